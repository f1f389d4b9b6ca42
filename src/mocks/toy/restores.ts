import * as z from 'zod/mini';
import { TOY_ORIGIN } from '#src/mocks/toy/origin.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** A restore that the shelf has accepted, as it is stored. */
const accepted = z.object({
  ticket: z.number(),
  job: z.number(),
  box: z.string(),
  point: z.string(),
  mark: z.nullable(z.string()),
});

/** The same with the moment in simulated epoch milliseconds. */
export type AcceptedToyRestore = z.infer<typeof accepted> & { readonly atMs: number };

/** All restores that the shelf has accepted, in their order. */
export function restoresOf({ serviceEvents }: State): readonly AcceptedToyRestore[] {
  return serviceEvents.flatMap(({ service, event, at }) => {
    const read = service === TOY_ORIGIN ? accepted.safeParse(event).data : undefined;
    return read === undefined ? [] : [{ ...read, atMs: at }];
  });
}
