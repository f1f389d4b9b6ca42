import * as z from 'zod/mini';
import found from '#src/pages/rules/demo-links.json';
import { STEPS } from '#src/rules/step-of.ts';

const choices = z.record(z.string(), z.unknown());

const demoLink = z.object({
  step: z.enum(STEPS),
  /** Choices of a draft, as far as they are made. */
  choices,
  /** A value that the constraint refuses there; without it, it speaks about the draft as it is. */
  refused: z.optional(choices),
});
export type DemoLink = z.infer<typeof demoLink>;

const demoLinks = z.record(z.string(), demoLink).parse(found);

/** Where in the demo's own world a constraint can be met; undefined where it cannot. */
export function demoLinkOf(id: string): DemoLink | undefined {
  return demoLinks[id];
}
