import * as z from 'zod/mini';
import found from '#src/pages/rules/demo-links.json';
import { STEPS } from '#src/rules/fields.ts';

const choices = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const written = z.object({
  /** Drafts that several links start from, by their names. */
  presets: z.record(z.string(), choices),
  links: z.record(
    z.string(),
    z.object({
      step: z.enum(STEPS),
      /** Name of the preset that the draft starts from; without it, an empty draft. */
      from: z.optional(z.string()),
      /** What the draft has otherwise than that. */
      choices: z.optional(choices),
      refused: z.optional(choices),
    }),
  ),
});

/** Where in the demo's own world a constraint can be met. */
export interface DemoLink {
  readonly step: (typeof STEPS)[number];
  /** Choices of a draft, as far as they are made. */
  readonly choices: z.infer<typeof choices>;
  /** A value that the constraint refuses there; without it, it speaks about the draft as it is. */
  readonly refused?: z.infer<typeof choices>;
}

const { presets, links } = written.parse(found);

/** Where in the demo a constraint can be met; undefined where it cannot. */
export function demoLinkOf(id: string): DemoLink | undefined {
  const link = links[id];
  return link && { ...link, choices: { ...presets[link.from ?? ''], ...link.choices } };
}
