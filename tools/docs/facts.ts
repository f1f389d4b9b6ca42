import { type FactName, factWords } from '#src/rules/facts.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { vmFactSourceOf, VM_FACTS } from '#src/datasources/azure-vm/facts.ts';
import type { FactSource, FieldGroup, Flow, WireField } from '#src/wizard/explain/view.ts';
import { READ_SOURCES, type ReadName } from '#src/datasources/azure-vm/reads.ts';
import type { Question } from '#src/datasources/azure-vm/choices.ts';
import { generated, table } from './table.ts';

const INTRO = `# Where every fact comes from

${generated('`src/datasources/azure-vm/facts.ts`')}

A rule reads facts, and a fact is known, known to be absent, or not known. This says of each where the
restore of an Azure VM has it from: a field of a read, a question to the operator, or nowhere. For a restore
in the secondary region the restore points of that region tell what restore points tell, before the others.

## Reads
`;

const FLOWS: Readonly<Record<Flow, string>> = {
  disks: 'the wizard of Azure Disks (`src/datasources/azure-disk/facts.ts`)',
  job: 'the page of a job',
  commvault: 'Commvault',
  files: 'file recovery, which asks for it (`src/datasources/azure-vm/files/model.ts`)',
};

/** The document `docs/facts.md`: every read with its operation, every fact with its source. */
export function factsDocument(): string {
  // What this restore knows first, then what other flows do.
  const all = [...new Set<FactName>([...keysOf(VM_FACTS), ...keysOf(factWords)])];
  const groups = Map.groupBy(all, (fact) => fact.slice(0, fact.lastIndexOf('.')));
  return [
    INTRO,
    table(['Read', 'Operation', 'api-version', 'Asked after'], keysOf(READ_SOURCES).map(readRow)),
    ...[...groups].flatMap(([group, facts]) => [
      `\n## \`${group}\`\n`,
      table(['Fact', 'What it says', 'Source'], facts.map(factRow)),
    ]),
    '',
  ].join('\n');
}

function keysOf<Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in of) keys.push(key);
  return keys;
}

function readRow(read: ReadName): string[] {
  const { what, operation, apiVersion, after, unlessChosen } = READ_SOURCES[read];
  const unless = unlessChosen === undefined ? '' : `, unless a ${unlessChosen} is chosen`;
  return [
    what,
    `\`${operation}\``,
    apiVersion,
    after === null ? '' : `${READ_SOURCES[after].what}${unless}`,
  ];
}

function factRow(fact: FactName): string[] {
  return [`\`${fact}\``, factWords[fact].about, sourceText(vmFactSourceOf(fact))];
}

function sourceText(source: FactSource<ReadName, Question>): string {
  switch (source.from) {
    case 'azure':
      return [
        source.fieldGroups.map(wayText).join('; else '),
        ...thereText(source.inSecondary),
      ].join('; in the secondary region also with ');
    case 'operator': {
      const question = `“${aboutMachine.questions[source.question]}”`;
      return [...(source.unless ?? []).map(fieldText), question].join('; else ');
    }
    case 'product':
      return 'the product’s own';
    case 'nobody':
      return notKnown.nobody[source.because];
    case 'elsewhere':
      return `read elsewhere: ${FLOWS[source.flow]}`;
  }
}

function thereText(besides: FieldGroup<ReadName> | undefined): string[] {
  return besides === undefined ? [] : [wayText(besides)];
}

function wayText(way: FieldGroup<ReadName>): string {
  return way.map(fieldText).join(' with ');
}

function fieldText([read, field]: WireField<ReadName>): string {
  return `${READ_SOURCES[read].what}: \`${field}\``;
}
