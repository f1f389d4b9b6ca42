import { useRouter } from '@tanstack/react-router';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';

declare module '@tanstack/react-router' {
  /** How the head of a page looks before the page is there. */
  interface StaticDataRouteOption {
    readonly title?: string;
    /** It has no page above it. */
    readonly isTop?: boolean;
    readonly hasSubtitle?: boolean;
  }
}

/** A line without words, as high as the one that comes there. */
const BLANK = '\u00A0';

/** The first thing to be read of a page. */
const takeFocus = (place: HTMLElement | null): void =>
  place?.querySelector('h1')?.focus({ preventScroll: true });

/** In place of the first page until it is there: the head that it will have, and what it is loading. */
export function FirstPage() {
  const router = useRouter();
  const [, , route] = router.getMatchedRoutes(router.latestLocation.pathname);
  const {
    title,
    isTop = false,
    hasSubtitle = true,
  } = route?.options.staticData ?? {
    title: shell.notFound.title,
    isTop: true,
    hasSubtitle: false,
  };
  return (
    <div ref={takeFocus}>
      <PageHeader
        title={title ?? common.product}
        crumbs={isTop ? undefined : common.overview}
        subtitle={hasSubtitle ? BLANK : undefined}
      />
      <SkeletonRows what={shell.thisPage} />
    </div>
  );
}
