import type { DutyKnowledge } from '../knowledge/bundle.ts';
import type { PartRef } from '../log/entry.ts';
import type { Card } from '../log/fold-organisation.ts';
import { isDisputed, latest } from '../log/register.ts';
import type { Agreement } from '../obligations/agreement.ts';
import { withAgreements } from '../obligations/with-agreements.ts';

/**
 * The agreements on the organisation's card, with their words where the reader has them. Of what was written down apart the
 * last stands, and says so.
 */
const agreementsOf = ({ agreements }: Pick<Card, 'agreements'>, wordsOf: (ref: PartRef) => string | undefined): readonly Agreement[] =>
  Object.entries(agreements).flatMap(([id, register]) => {
    const said = latest(register);
    if (!said) return [];
    const { party, clause, way, ...plain } = said.value;
    const words = (field: 'party' | 'clause' | 'way', ref: PartRef | undefined) => {
      const text = ref && wordsOf(ref);
      return text === undefined ? {} : { [field]: text };
    };
    return [
      {
        id,
        ...plain,
        ...words('party', party),
        ...words('clause', clause),
        ...words('way', way),
        ...(isDisputed(register) && { disputed: true }),
        enteredOn: said.saidAt.slice(0, 10),
      },
    ];
  });

const joined = new WeakMap<DutyKnowledge, { readonly agreements: string; readonly whole: DutyKnowledge }>();

/**
 * The knowledge as it stands for this organisation: with the agreements on its card among the rules. The same object as long as
 * they are the same, so that what was decided with it stands too.
 */
export const knowledgeFor = <K extends DutyKnowledge>(
  knowledge: K,
  card: Pick<Card, 'agreements' | 'zone'> | undefined,
  wordsOf: (ref: PartRef) => string | undefined = () => undefined,
): K => {
  if (!card || Object.keys(card.agreements).length === 0) return knowledge;
  const own = agreementsOf(card, wordsOf);
  const agreements = JSON.stringify([card.zone, own]);
  const last = joined.get(knowledge);
  if (last?.agreements === agreements) return last.whole as K;
  const whole = withAgreements(knowledge, own, card.zone);
  joined.set(knowledge, { agreements, whole });
  return whole;
};
