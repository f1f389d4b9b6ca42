import { preflight as words } from '#src/strings/preflight.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import type { Sum } from '#src/wizard/preflight/sum.ts';

const TONES: Readonly<Record<Sum['verdict'], Tone>> = {
  checking: 'running',
  ready: 'done',
  readyWithWarnings: 'warning',
  notPossible: 'failed',
};

/** What the whole list comes to; screen readers are told once it has come to rest. */
export function CheckSum({ sum }: { readonly sum: Sum }) {
  const { counts } = words;
  const parts = [
    ...(sum.failed > 0 ? [counts.failed(sum.failed)] : []),
    ...(sum.warned > 0 ? [counts.warned(sum.warned)] : []),
    ...(sum.notChecked > 0 ? [counts.notChecked(sum.notChecked)] : []),
  ];
  const text = words.sum(words.verdict[sum.verdict], parts);
  return (
    <div>
      <Status tone={TONES[sum.verdict]}>{text}</Status>
      <Spoken text={text} />
    </div>
  );
}
