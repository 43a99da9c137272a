import type { FirstAidCard, Lang, Text } from '../../core/index.ts';
import { type Check, type Finding, suggest } from './finding.ts';

/** What a person under stress reads in 60 seconds, and what stands on A6 in letters that are read at arm's length. */
const limits = { moves: 5, dont: 3, characters: { ja: 26, en: 62 } } as const;

const isTooLong = (text: Text): boolean =>
  (['ja', 'en'] as const satisfies readonly Lang[]).some((lang) => [...text[lang]].length > limits.characters[lang]);

const checkLength = ({ id, moves, dont, scene }: FirstAidCard): readonly string[] => [
  ...(moves.length < 2 || moves.length > limits.moves ? [`${id} has ${moves.length} moves; a card has 2 to ${limits.moves}`] : []),
  ...(dont.length > limits.dont ? [`${id} has ${dont.length} do-nots; a card has at most ${limits.dont}`] : []),
  ...[scene, ...moves, ...dont]
    .filter(isTooLong)
    .map((text) => `${id}: 「${text.ja}」 is longer than ${limits.characters.ja} characters, or ${limits.characters.en} in English`),
];

/** A card is short, says a do-not, and rests on cases, blocks or sources of its own. */
export const checkFirstAid: Check = (files) => {
  const contacts = new Set([...files.contacts, ...files.directory].map(({ id }) => id));
  const grounds = new Set([...files.playbooks.flatMap(({ id, slug }) => [id, slug]), ...files.blocks.map(({ id }) => id)]);
  return files.firstAid.flatMap((card): readonly Finding[] => {
    const at = `card:${card.id}`;
    const stray = (check: string, names: readonly string[], known: ReadonlySet<string>): readonly Finding[] =>
      names
        .filter((name) => !known.has(name))
        .map((name) => ({ at, check, message: `${card.id} names ${name}, which does not exist${suggest(name, known)}` }));
    return [
      ...stray(
        'unknown-contact',
        card.numbers.map(({ to }) => to),
        contacts,
      ),
      ...stray('unknown-see', card.see, grounds),
      ...checkLength(card).map((message) => ({ at, check: 'card-too-long', message })),
      ...(card.dont.length > 0 ? [] : [{ at, check: 'card-without-do-not', message: `${card.id} says no do-not` }]),
      ...(card.see.length > 0 || card.sources?.length
        ? []
        : [{ at, check: 'card-without-ground', message: `${card.id} names no case, no block and no source` }]),
    ];
  });
};
