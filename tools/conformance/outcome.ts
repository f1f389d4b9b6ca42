import { answersTo } from './ask.ts';
import { identify, type Known } from './identify.ts';
import { schemaComplaints, simulatorComplaints } from './judge.ts';
import type { Operation } from './operation.ts';
import { readSample, type Sample } from './sample.ts';
import { describeUnknown } from './unknown.ts';
import { estateFor } from './world/build.ts';
import { mentionsIn } from './world/mentions.ts';

/** What became of one file. */
export type Outcome =
  | {
      readonly kind: 'conforms' | 'fails';
      /** Azure's id; several where the sample does not decide between them. */
      readonly operation: string;
      /** What our schemas cannot read. */
      readonly schemas: readonly string[];
      /** Where the simulated Azure answers otherwise. */
      readonly simulator: readonly string[];
    }
  | { readonly kind: 'absent'; readonly operation: string }
  | { readonly kind: 'unreadable'; readonly problem: string };

type Judged = Extract<Outcome, { readonly kind: 'conforms' | 'fails' }>;

/** A sample on which something breaks fails alone: the others of its folder are still judged. */
function answeredOtherwise(sample: Sample, operation: Operation): readonly string[] {
  try {
    const estate = estateFor(mentionsIn(sample, operation));
    return simulatorComplaints(sample, operation, answersTo(sample, operation, estate));
  } catch (error) {
    return [`it broke: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function judged(sample: Sample, operation: Operation): Judged {
  const schemas = schemaComplaints(sample, operation);
  const simulator = answeredOtherwise(sample, operation);
  const isSame = schemas.length + simulator.length === 0;
  return { kind: isSame ? 'conforms' : 'fails', operation: operation.id, schemas, simulator };
}

/** Judges the text of a sample file; where several operations fit alike, it conforms if to one of them. */
export function outcomeOf(text: string, known: Known): Outcome {
  const { sample, problem } = readSample(text);
  if (sample === null) return { kind: 'unreadable', problem };
  const found = identify(sample, known);
  const absent = found.filter((operation) => known.absent.includes(operation));
  if (absent.length > 0 && absent.length === found.length) {
    const names = absent.map(({ id, method, path }) => `${id}, ${method} ${path}`);
    return { kind: 'absent', operation: names.join(' | ') };
  }
  const all = found
    .filter((operation) => !absent.includes(operation))
    .map((operation) => judged(sample, operation));
  const best = all.find(({ kind }) => kind === 'conforms') ?? all[0];
  if (best === undefined) {
    const { row } = known;
    const name = row === null ? '' : `${row.operation}, `;
    return { kind: 'absent', operation: `${name}${describeUnknown(sample)}` };
  }
  return { ...best, operation: [...new Set(all.map(({ operation }) => operation))].join(' | ') };
}
