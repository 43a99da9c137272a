import { describe, expect, it } from 'vitest';
import { html, raw } from './html.ts';

describe('html', () => {
  it('escapes text and attributes', () =>
    expect(html`<p title="${'"a" & <b>'}">${"<script>'x'"}</p>`.html).toBe(
      '<p title="&quot;a&quot; &amp; &lt;b&gt;">&lt;script&gt;&#39;x&#39;</p>',
    ));

  it('joins lists, keeps markup, drops what is absent', () =>
    expect(html`<ul>${['a', raw('<b>b</b>'), null, undefined, false, 0]}</ul>`.html).toBe('<ul>a<b>b</b>0</ul>'));

  it('drops the indentation of the template, never a space of a text', () =>
    expect(
      html`
        <p>
          ${'a  b\nc'}
        </p>`.html,
    ).toBe('<p>a  b\nc</p>'));
});
