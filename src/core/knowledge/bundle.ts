import type { FactDef } from '../facts/fact.ts';
import type { Form } from '../filings/form.ts';
import type { CommonForm } from '../obligations/common-form.ts';
import type { Delegation } from '../obligations/delegation.ts';
import type { OfficeList } from '../obligations/office.ts';
import type { Implication, LawChange, RuleBase } from '../obligations/rule.ts';
import type { AgreementKnowledge } from '../obligations/agreement.ts';
import type { CaseIndex, DirectoryEntry, FlowBox, Frame, OwnContact, Question, Stakeholder, SweepLine, Triage } from '../response/guide.ts';
import type { FirstAidCard } from '../response/first-aid.ts';
import type { Block, Disagreement, Playbook, Rung } from '../response/playbook.ts';
import type { SeverityScale } from '../response/severity-scale.ts';
import type { Calendars } from '../time/calendar.ts';
import type { Library } from './library.ts';
import type { Text } from './text.ts';

/** An authority or other recipient of an obligation. */
export type Recipient = { readonly id: string; readonly label: Text; readonly url?: string; readonly directory?: string };

/** What the decision core needs, and nothing else: the part a phone loads for the duties check. */
export type DutyKnowledge = {
  readonly version: string;
  /** SHA-256 of the canonical bytes of the bundle, in hex. */
  readonly hash: string;
  readonly facts: readonly FactDef[];
  readonly groups: Readonly<Record<string, Text>>;
  readonly implications: readonly Implication[];
  readonly base: RuleBase;
  readonly recipients: readonly Recipient[];
  readonly delegations: readonly Delegation[];
  readonly offices: readonly OfficeList[];
  readonly calendars: Calendars;
  /** Forms that several recipients take; a part of the forms, made at build. */
  readonly commonForms: readonly CommonForm[];
  readonly agreements: AgreementKnowledge;
};

/** One built version of the knowledge. */
export type Bundle = DutyKnowledge & {
  readonly playbooks: readonly Playbook[];
  readonly blocks: readonly Block[];
  readonly ladder: readonly Rung[];
  readonly directory: readonly DirectoryEntry[];
  readonly questions: readonly Question[];
  readonly triage: Triage;
  readonly cases: CaseIndex;
  readonly disagreements: readonly Disagreement[];
  readonly flow: readonly FlowBox[];
  readonly firstAid: readonly FirstAidCard[];
  readonly frames: readonly Frame[];
  readonly forms: readonly Form[];
  readonly contacts: readonly OwnContact[];
  readonly sweep: readonly SweepLine[];
  readonly severity: SeverityScale;
  readonly stakeholders: readonly Stakeholder[];
  readonly changes: readonly LawChange[];
  readonly library: Library;
};

/** What is looked up by itself, with the forms: a part of its own, so that no phone loads it to decide. */
export type LibraryKnowledge = Library & Pick<Bundle, 'version' | 'hash' | 'forms'>;

/** What the incident page needs beside the duties: the plans, the ladder, whom to call, the forms that it shows, the scale. */
export type ResponseKnowledge = Pick<
  Bundle,
  'playbooks' | 'ladder' | 'directory' | 'recipients' | 'forms' | 'contacts' | 'sweep' | 'severity' | 'stakeholders'
> & {
  readonly blocks: readonly Pick<Block, 'id' | 'title'>[];
};
