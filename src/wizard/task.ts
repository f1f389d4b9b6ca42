import type { ComponentType, ReactNode } from 'react';
import type { GoTo, WayToJob } from '#src/datasources/datasource.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import type { OtherTask } from '#src/model/restore-option.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';
import type { FieldsOfTask } from '#src/wizard/fields/field.ts';
import type { ChosenText } from '#src/wizard/fields/field-words.ts';
import type { View } from '#src/wizard/explain/view.ts';
import type { DrawPicture } from '#src/wizard/picture.ts';
import type { Expected } from '#src/progress/live/ExpectedDuration.tsx';
import type { Pin } from '#src/ui/picture/model.ts';
import type { Tone } from '#src/ui/Status.tsx';
import type { FieldPlace, StepNow, TaskStep } from '#src/wizard/steps/task-steps.ts';
import type { Decided } from '#src/wizard/submit/latest-reads.ts';

/**
 * What a task brings to the frame of the wizard. `Id` is the ids of its steps, the first of which is
 * `datasource` and the last `review`; `Seen` is a draft with all that the task knows of it.
 */
export interface TaskSpec<Id extends string, Reads, Seen extends View<Reads> = View<Reads>> {
  /** What it does with a backup; left out: it restores it. */
  readonly task?: OtherTask;
  readonly title: string;
  /** It restores in one way: whoever names what to restore has named how, too. */
  readonly isOneKind?: true;
  readonly steps: readonly TaskStep<Id>[];
  readonly fields: FieldsOfTask;
  readonly transitions: Transitions;
  readonly chosenText: ChosenText;
  /**
   * Reads what a draft needs. A hook; it gives what applies the rules to the draft, or to the same with more
   * typed, and the same one until something else was read.
   */
  readonly useViews: (draft: Draft) => (draft: Draft) => Seen;
  readonly planOf: (view: Seen) => TaskPlan;
  /** The plan as a picture, in the steps after the restore point; left out: it has none. */
  readonly Picture?: ComponentType<PictureProps<Seen>>;
  /** The step whose form has the fold at its end within it, for it asks something there. */
  readonly holdsFold?: Id;
  /** What is shown once it was pressed: the way to its job, or what the task shows itself, loaded with Review. */
  readonly sent: WayToJob | (() => Promise<ComponentType<StepProps<Seen, Id>>>);
  /** What each step of its own asks; the first step is the frame's. Loaded when one goes there. */
  readonly panels: Panels<Id, Seen>;
  /** The last step, loaded when one goes there: draws `ReviewStep` with its parts. */
  readonly review: () => Promise<ComponentType<ReviewProps<Id, Reads, Seen>>>;
  /** What else applies to a step, above its form. Loaded with the first step that one goes to. */
  readonly remarks?: () => Promise<ComponentType<RemarksProps<Seen, Id>>>;
}

/** What a step is given. */
export interface StepProps<Seen, Id extends string> {
  readonly view: Seen;
  readonly here: StepNow<Id>;
  readonly steps: readonly StepNow[];
  /** The same of the draft as it is stored at this moment, with keys that are not drawn yet. */
  readonly stepsNow: () => readonly StepNow[];
  readonly goTo: GoTo;
  readonly onJob: (jobId: string) => void;
}

/** How the form of each step between the first and the last is loaded. */
type Panels<Id extends string, Seen> = Readonly<
  Record<Exclude<Id, 'datasource' | 'review'>, () => Promise<ComponentType<PanelProps<Seen>>>>
>;

/** What a picture is made of, and what draws it. */
export interface PictureProps<Seen> {
  readonly view: Seen;
  readonly draw: DrawPicture;
}

/** What the last step is given. */
export interface ReviewProps<Id extends string, Reads, Seen extends View<Reads>> extends StepProps<
  Seen,
  Id
> {
  readonly task: TaskSpec<Id, Reads, Seen>;
  /** What else applies to it, above its form; left out: nothing. */
  readonly Remarks: ComponentType<RemarksProps<Seen, Id>> | undefined;
}

/** What will happen, in words. */
export interface TaskPlan {
  /** What is restored and where it is stored; empty while that is not read. */
  readonly about: readonly string[];
  /** The restore in one sentence, as far as it is chosen. */
  readonly sentence: string;
  /** What comes of it and what it costs, for where there is room for one line. */
  readonly line: string;
  /** Where it goes. */
  readonly target: string;
  /** What will not come back, in sentences. */
  readonly lost: readonly string[];
  /** What could refuse the restore and nothing here looks at, by name. */
  readonly notLookedAt?: readonly string[];
  /** What Review says first, with what else there is to know; left out: the sentence. */
  readonly headline?: Headline;
  /** How long it will take, and by what; null: not enough is chosen. Left out: nothing is known of it. */
  readonly expected?: ReactNode;
  /** The same for what says it in its own way. */
  readonly renderExpected?: (draw: (time: Expected) => ReactNode) => ReactNode;
  /** Until when it can be canceled, and how that is known; left out: another place shows that, or it isn’t known. */
  readonly cancel?: readonly [until: string, basis: string] | undefined;
  /** What was chosen and is not used. */
  readonly renderNotUsed?: (goTo: GoTo) => ReactNode;
}

/** The first line of Review, and a second one. */
export interface Headline {
  readonly title: string;
  readonly more: string;
  /** It deletes something. */
  readonly isWarning?: boolean;
}

/** A check, for the part of the picture that it is about. */
export interface PinnedCheck {
  /** The id of its name in the list of checks, which takes the focus. */
  readonly rowId: string;
  /** The id of the part; where the picture has none, the result. */
  readonly part: string;
  readonly name: string;
  /** Null: a rule has its own sign, or it isn't known yet. */
  readonly tone: Pin['tone'] | null;
}

/** An action that Review offers where something stands against the restore, and beside Restore. */
export interface ReviewAction {
  readonly label: string;
  /** Opens what asks for its own confirmation. */
  readonly open: () => void;
}

/** Something that Restore still needs, with the way to it. */
export interface Need {
  readonly text: string;
  readonly tone: Tone;
  /** A field of a step, or the id of something on Review. */
  readonly place: FieldPlace | { readonly id: string };
  /** Restore can't be selected without it; else a press names it. */
  readonly isHolding: boolean;
  /** What puts it right, in a press. */
  readonly action?: ReviewAction | undefined;
  /** Its field stands beside Restore: it has no link. */
  readonly isBeside?: boolean;
}

/** What a form at Review is given. */
export interface ReviewFormProps extends FormProps {
  /** How many things Restore still needs. */
  readonly needed: number;
  readonly tabs: OpenTab;
}

/** Which tab of Review is open. */
export interface OpenTab {
  readonly open: ReviewTab;
  readonly setOpen: (tab: ReviewTab) => void;
}

export type ReviewTab = 'checks' | 'selections' | 'request' | 'commands';

/** What a task draws Review with. */
export interface ReviewParts {
  readonly press: RestorePress;
  /** Its checks, by the parts of the picture. */
  readonly pinned: readonly PinnedCheck[];
  readonly renderPanel: (given: ReviewFormProps) => ReactNode;
  /** Below the reason why the last press started nothing: what to do next. */
  readonly renderWayOn?: (goTo: GoTo) => ReactNode;
}

export interface RemarksProps<Seen, Id extends string> {
  readonly step: Id;
  readonly view: Seen;
  readonly goTo: GoTo;
}

/** What the form of a step is given. */
export interface PanelProps<Seen> extends FormProps {
  readonly view: Seen;
}

export interface FormProps {
  /** The id of the form that Next submits. */
  readonly formId: string;
  /** Called when nothing in the step's form is refused. */
  readonly onNext: () => void;
  readonly goTo: GoTo;
}

/** The Restore button: whether it is available, and its action, which sends once. */
export interface RestorePress {
  /** What holds it, or it waits for, where nothing leads there; null: nothing. */
  readonly reason: string | null;
  /** What it still needs, each with the way there. */
  readonly needs: readonly Need[];
  /** The choices as they would be sent. */
  readonly confirmedChoices: DraftChoices;
  readonly start: (decided: Decided) => void;
  /** The label of the button; left out: Restore. */
  readonly label?: string;
  /** What is typed beside it; left out: nothing. */
  readonly typed?: ReactNode;
}
