import { PageHeader } from '#src/ui/page.tsx';
import { EmptyState, ReloadNew, SkeletonRows } from '#src/ui/states.tsx';
import {
  type ComponentType,
  useCallback,
  useDeferredValue,
  useState,
  useSyncExternalStore,
} from 'react';
import type { GoTo, Task } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import type { Loaded } from '#src/lib/load.ts';
import { fail } from '#src/lib/result.ts';
import { wizardParts } from '#src/model/restore-option.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { focusField } from '#src/ui/dom.ts';
import { useHasChanged, useLoaded } from '#src/ui/hooks.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { DraftTroublePage } from '#src/wizard/draft/DraftTroublePage.tsx';
import { wizardOfDraft } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { draftState, type DraftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { noteAt } from '#src/wizard/draft/suggested.ts';
import { WIZARDS } from '#src/wizard/wizards.ts';

const words = wizard.trouble.notLoaded;

interface NotLoadedProps {
  /** The wizard whose code it is. */
  readonly kind: string;
}

/** In place of what could not be loaded: whose code it is, that the draft is saved, and the way to have it again. */
export function NotLoaded({ kind }: NotLoadedProps) {
  const { datasource } = wizardParts(kind);
  return (
    <EmptyState title={words.body(DATASOURCES.get(datasource)?.name ?? datasource)}>
      <span>{common.part.mayBeNew}</span>
      <ReloadNew appearance="primary" />
    </EmptyState>
  );
}

interface NoDatasourceProps {
  readonly kind: string;
  readonly state: 'loading' | 'failed';
}

/** In place of the wizard: that its code is on its way, or did not load. */
function NoDatasource({ kind, state }: NoDatasourceProps) {
  if (state === 'loading') return <SkeletonRows what={wizard.stepWhat} />;
  return (
    <>
      <PageHeader title={wizard.trouble.notLoaded.title} />
      <NotLoaded kind={kind} />
    </>
  );
}

interface WizardPageProps {
  readonly draftId: string;
  /** The last part of the address; anything may be typed there. */
  readonly step: string;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  readonly onClose: () => Promise<void>;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

/** The wizard at a draft's address, or why there is none. */
export function WizardPage({ draftId, step, onStep, ...place }: WizardPageProps) {
  const styles = useCommonStyles();
  const state = useDrawnState(draftId, step);
  const wanted = wizardOfDraft(draftId);
  const { kind, loaded } = useDrawn({ draftId, kind: wanted, loaded: useLoaded(WIZARDS, wanted) });
  const hasChanged = useHasChanged(kind);
  const goTo = useCallback<GoTo>(
    (to, field) => {
      noteAt(draftId, to, [step, to]);
      onStep(to, field);
    },
    [draftId, step, onStep],
  );
  if (!state.draft.ok) return <DraftTroublePage draftId={draftId} state={state} />;
  const { value: draft } = state.draft;
  if (loaded.state === 'missing') {
    const { datasource } = wizardParts(kind);
    const trouble = unopened(draft, { kind: 'noDatasource', datasource });
    return <DraftTroublePage draftId={draftId} state={trouble} />;
  }
  if (loaded.state !== 'loaded') return <NoDatasource kind={kind} state={loaded.state} />;
  const { Wizard, canRead } = loaded.code;
  if (!canRead(draft.choices)) {
    return <DraftTroublePage draftId={draftId} state={unopened(draft, { kind: 'broken' })} />;
  }
  return (
    <div key={kind} ref={hasChanged ? keepFocus : undefined} className={styles.contents}>
      <Wizard draft={draft} trouble={state.trouble} {...place} step={step} onStep={goTo} />
    </div>
  );
}

/**
 * The state of a draft as it is drawn. While the operator types, what depends on it comes after the
 * keys; a step that one goes to is drawn with all that was typed.
 */
function useDrawnState(draftId: string, step: string): DraftState {
  const state = useSyncExternalStore(onDraftChange, () => draftState(draftId));
  const place = `${draftId}/${step}`;
  const later = useDeferredValue(state);
  const isHere = useDeferredValue(place) === place;
  const { beforeKeys } = state;
  if (beforeKeys === undefined || !isHere) return state;
  // A key right after a choice comes before what waits has followed the choice.
  return later.beforeKeys === beforeKeys ? later : beforeKeys;
}

/** Why a draft that can be read can't be opened. */
type Unopened =
  | { readonly kind: 'broken' }
  | { readonly kind: 'noDatasource'; readonly datasource: string };

/** A draft whose fields no task of this build knows: its text is shown, and stays as it is. */
const unopened = (draft: Draft, why: Unopened): DraftState => ({
  draft: fail({ ...why, text: JSON.stringify(draft) }),
  trouble: null,
});

interface Drawn {
  readonly draftId: string;
  readonly kind: string;
  readonly loaded: Loaded<Task>;
}

/**
 * The datasource that is drawn: while the code of another one is on its way, the one before stays. Not for another
 * draft, of which it would read what isn't its own.
 */
function useDrawn(wanted: Drawn): Drawn {
  const [drawn, setDrawn] = useState(wanted);
  const { draftId, kind, loaded } = wanted;
  const isOther = drawn.draftId !== draftId;
  const isNext = isOther || drawn.kind !== kind || drawn.loaded !== loaded;
  const isThere = loaded.state !== 'loading' || drawn.loaded.state !== 'loaded';
  if (!isNext || !(isOther || isThere)) return drawn;
  setDrawn(wanted);
  return wanted;
}

/** The wizard in which the datasource was pressed is gone, and the focus with it: it goes on there. */
function keepFocus(drawn: HTMLElement | null): void {
  if (drawn !== null && document.activeElement === document.body) focusField('datasource');
}
