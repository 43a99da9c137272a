import type { ReactNode } from 'react';
import type { FactDef } from '../../../core/index.ts';
import { AnswerInstant } from './answer-instant.tsx';
import { AnswerNumber } from './answer-number.tsx';
import { AnswerOneOf } from './answer-one-of.tsx';
import { AnswerSomeOf } from './answer-some-of.tsx';
import { AnswerYesNo } from './answer-yes-no.tsx';
import type { FormProps } from './form-props.ts';

const forms: Readonly<Record<FactDef['kind'], (props: FormProps) => ReactNode>> = {
  'yes-no': AnswerYesNo,
  'one-of': AnswerOneOf,
  'some-of': AnswerSomeOf,
  number: AnswerNumber,
  instant: AnswerInstant,
};

/** The answers to one question, by its kind. */
export const AnswerForm = (props: FormProps): ReactNode => {
  const Form = forms[props.def.kind];
  return <Form {...props} />;
};
