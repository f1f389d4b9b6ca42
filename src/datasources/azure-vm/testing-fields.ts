import { VM_FACTS } from '#src/datasources/azure-vm/facts.ts';
import type { WireField } from '#src/wizard/explain/view.ts';
import type { ReadName } from '#src/datasources/azure-vm/reads.ts';

/** The fields of each fact in the table of sources. */
const fieldsOfFacts: (readonly [fact: string, WireField<ReadName>])[] = Object.entries(
  VM_FACTS,
).flatMap(([fact, source]): (readonly [string, WireField<ReadName>])[] => {
  if (source.from === 'azure') return source.fieldGroups.flat().map((field) => [fact, field]);
  return source.from === 'operator' ? (source.unless ?? []).map((field) => [fact, field]) : [];
});

/** The facts that come from the given reads, each with its read and the paths of its fields. */
export function factFieldsOf<Read extends ReadName>(
  reads: Readonly<Record<Read, unknown>>,
): [fact: string, read: Read, paths: string[]][] {
  const isAmong = (read: ReadName): read is ReadName & Read => read in reads;
  return fieldsOfFacts.flatMap(([fact, [read, fields]]): [string, Read, string[]][] =>
    isAmong(read) ? [[fact, read, fields.split(', ')]] : [],
  );
}

/** Whether an answer's JSON schema has a field at a path such as `value[].properties.subnets[].name`. */
export function hasField(schema: unknown, path: string): boolean {
  return has(schema, path.replaceAll('[]', '.[]').split('.'));
}

function has(schema: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (schema === undefined) return false;
  const choices = at(schema, 'anyOf');
  if (Array.isArray(choices)) return choices.some((one) => has(one, path));
  if (first === undefined) return true;
  return has(first === '[]' ? at(schema, 'items') : at(at(schema, 'properties'), first), rest);
}

/** Something of a JSON schema, by its key. */
function at(schema: unknown, key: string): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined;
  return new Map<string, unknown>(Object.entries(schema)).get(key);
}
