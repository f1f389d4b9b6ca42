import * as z from 'zod/mini';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { field, type VmField } from '#src/datasources/azure-vm/fields/field.ts';
import { always } from '#src/wizard/fields/field.ts';

const labels = aboutMachine.questions;

/** A question about the machine: what was answered of the machine before says nothing of another one. */
const question = <Answer extends string>(
  label: string,
  answers: Readonly<Record<Answer, string>>,
  schema: z.ZodMiniType<NoInfer<Answer> | null>,
  clearedBy: VmField<null>['clearedBy'] = {},
) => ({
  ...field<Answer | null>(schema, null, {
    step: 'configuration',
    label,
    clearedBy: { instance: always, ...clearedBy },
    summary: (answer) => (answer === null ? null : answers[answer]),
  }),
  /** The answers that it has, each in words. */
  answers,
});

const yesOrNo = z.nullable(z.enum(['yes', 'no']));

/** What the operator says of the machine, as far as no API reports it; null is "not answered". */
export const QUESTION_FIELDS = {
  dc: question(
    labels.dc,
    aboutMachine.dc,
    z.nullable(
      z.enum([
        'none',
        'single-dc-single-domain',
        'multiple-dc-single-domain',
        'single-dc-multi-domain',
        'multi-domain-forest',
      ]),
    ),
  ),
  otherDcReachable: question(labels.otherDcReachable, aboutMachine.yesOrNo, yesOrNo),
  isolatedNetwork: question(labels.isolatedNetwork, aboutMachine.yesOrNo, yesOrNo, {
    region: always,
    network: always,
  }),
  domainJoined: question(labels.domainJoined, aboutMachine.yesOrNo, yesOrNo),
  domainTrouble: question(labels.domainTrouble, aboutMachine.yesOrNo, yesOrNo),
  isSql: question(labels.isSql, aboutMachine.yesOrNo, yesOrNo),
  cloudInit: question(labels.cloudInit, aboutMachine.yesOrNo, yesOrNo),
  outage: question(
    labels.outage,
    aboutMachine.outage,
    z.nullable(z.enum(['none', 'zone', 'region'])),
  ),
};
