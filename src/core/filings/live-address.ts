/**
 * Endings under which a bare name is turned into a link by mail and chat programs. Not a list of what exists: endings that
 * are also words or file names are left out, and with a path, a port or a query any ending counts.
 */
const endings =
  'com|net|org|info|biz|jp|cn|ru|kr|tw|hk|vn|uk|eu|de|fr|br|su|tk|ml|ga|cf|gq|pw|cc|ws|tv|io|ai|co|ly|gl|top|xyz|site|online|shop|store|app|dev|link|click|icu|vip|live|club|work|tokyo|page|cloud|tech|space|website|fun|buzz|cyou|rest|bond|monster';

/** What shows no trace on paper but hides an address from a search: widths, invisible signs, a full stop of another script. */
const unmask = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=[a-z0-9])。(?=[a-z0-9])/gi, '.');

/**
 * Addresses that someone could open by touching them: with a scheme (also a half-hearted hxxp with live dots), with www, a
 * host with a path, a port or a query, a bare host with a common ending, a name in another script, or the number of a machine.
 */
const makeLive = (): RegExp => {
  const path = String.raw`(?:[/\\?#](?:(?!\w{1,12}:\/\/)[\x21-\x7e])*)?`;
  const ends = String.raw`(?:(?=[/\\]|:\d|[?#]\w)|(?<=\.(?:${endings}))(?![\w.-]*[\w@]))`;
  return new RegExp(
    [
      String.raw`(?<![a-z0-9+])(?<scheme>[a-z][a-z0-9+]*):\/\/(?<full>[^\s/\\?#、。，）)」<>"']+)${path}`,
      String.raw`(?<![@\w.[\]-])(?<www>www\.[a-z0-9_.-]+)${path}`,
      String.raw`(?<![@\w.[\]-])(?<bare>(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]${ends})${path}`,
      String.raw`(?<idn>[^\x00-\x7f]\.(?:[a-z0-9_-]+\.)*[a-z][a-z0-9-]*[a-z0-9]${ends})${path}`,
      String.raw`(?<![\w.])(?<number>\d{1,3}(?:\.\d{1,3}){3})(?![\w.]*\w)${path}`,
    ].join('|'),
    'giu',
  );
};

let made: RegExp | undefined;

/** Made when first looked for, so that pages which never look carry none of it. */
const live = (): RegExp => {
  made ??= makeLive();
  return made;
};

/** The host of an authority: after a user name, before a port. */
const hostOf = (authority: string): string => authority.toLowerCase().replace(/^.*@/, '').replace(/:\d*$/, '').replace(/\.+$/, '');

/** Every dot is in brackets, or the scheme is none and there is no dot: nothing turns it into a link. */
const isHarmless = (host: string, scheme = ''): boolean =>
  !host.replace(/\[\.\]/g, '').includes('.') && (host.includes('[.]') || /^(?:hxxps?|fxp)$/i.test(scheme));

/** Under these anyone can have a name. */
const isShared = (host: string): boolean => /^(?:co|ne|or|ac|go|ed|gr|lg|ad|com|net|org)\.[a-z]{2}$/.test(host);

/** The host that a page, a mail address or a bare domain names; none where it names no single owner. */
export const hostsOf = (value: string): readonly string[] => {
  const bare = unmask(value)
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/\\?#].*$/, '');
  const host = hostOf(bare);
  return /^[^\s.@]+(?:\.[^\s.@]+)+$/.test(host) && !isShared(host) ? [host] : [];
};

const isOwn = (host: string, own: readonly string[]): boolean => own.some((o) => host === o || host.endsWith(`.${o}`));

/** Hosts of live addresses in a text that are not the organisation's own. */
export const liveAddresses = (text: string, own: readonly string[]): readonly string[] =>
  [...unmask(text).matchAll(live())].flatMap(({ groups = {} }) => {
    const host = hostOf(groups.full ?? groups.www ?? groups.bare ?? groups.idn ?? groups.number ?? '');
    return isHarmless(host, groups.scheme) || isOwn(host, own) ? [] : [host];
  });

/** The same text with its addresses made harmless: hxxp and [.]. */
export const defang = (text: string): string =>
  unmask(text).replace(live(), (address) =>
    address
      .replace(/^http/i, 'hxxp')
      .replace(/^ftp:/i, 'fxp:')
      .replace(/(?<!\[)\.(?!\])/g, '[.]'),
  );
