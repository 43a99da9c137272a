import type { ReactNode } from 'react';
import { isPartRef, sayFormal, timelineOf } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';

/** Notes of the record, to be taken into the course of facts one by one: what people said among themselves is theirs until chosen. */
export const NotesToAdd = ({ words, add }: { readonly words: string; readonly add: (line: string) => void }): ReactNode => {
  const { say, incident, records, wordsOf } = useIncident();
  const notes = timelineOf(incident, records).flatMap(({ record, standing, corrections, happenedAt }) => {
    if (record.entry.kind !== 'note.added' || (standing !== 'shared' && standing !== 'waiting')) return [];
    const ref = corrections.findLast((c) => c.value.text !== undefined)?.value.text ?? record.entry.body.text;
    const said = isPartRef(ref)
      ? wordsOf(ref)
          ?.replace(/\s*\n+\s*/g, ' ')
          .trim()
      : undefined;
    const line = said && `・${sayFormal(happenedAt, incident.zone).ja}　${said}`;
    return line && !words.includes(line) ? [{ id: record.entry.id, line }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>{say(messages.addNote)}</summary>
      <ul className="dots">
        {notes.map(({ id, line }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => add(line)}>
              {line}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
