import { nextSteps } from '#src/strings/next-steps.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = nextSteps.notMentioned;

/** What a restore may change and no document mentions (aftercare §2.1). */
export function NotMentioned() {
  const { plainList, second } = useCommonStyles();
  return (
    <>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <span className={second}>{words.body}</span>
      <ul className={plainList} aria-label={words.title}>
        {words.list.map((line) => (
          <li key={line}>
            <Status tone="unknown">{line}</Status>
          </li>
        ))}
      </ul>
    </>
  );
}
