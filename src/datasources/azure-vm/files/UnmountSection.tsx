import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { recordOf } from '#src/actions/record.ts';
import { type MountedPoint, unmountId } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { unmount } from '#src/strings/files.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

const words = fileSession.ready.unmount;

const LazyUnmount = lazyPart(
  () => import('#src/datasources/azure-vm/files/UnmountDisks.tsx'),
  (code) => code.UnmountDisks,
);

interface UnmountSectionProps {
  readonly point: MountedPoint;
  /** What it is called where it is one of several steps. */
  readonly title?: string;
}

/** The end of a session: a button that opens the plan of it; open at once where it was confirmed before. */
export function UnmountSection({ point, title = words.title }: UnmountSectionProps) {
  const { column } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(() => recordOf(unmountId(point)) !== null);
  return (
    <section aria-label={title} className={column}>
      <SectionHeading level={3}>{title}</SectionHeading>
      {isOpen ? (
        <Part what={words.what}>
          <LazyUnmount point={point} />
        </Part>
      ) : (
        <Button onClick={() => setIsOpen(true)}>{unmount.button}</Button>
      )}
    </section>
  );
}
