import type { ComponentType, ReactNode } from 'react';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import type { AcceptedQueryOf, GoTo } from '#src/datasources/datasource.ts';
import type { Attempt, Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import type { OtherTask } from '#src/model/restore-option.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';
import type { FieldsOfTask } from '#src/wizard/fields/field.ts';
import type { ChosenText } from '#src/wizard/fields/field-words.ts';
import type { View } from '#src/wizard/explain/view.ts';
import type { DrawPicture } from '#src/wizard/picture.ts';
import type { StepNow, TaskStep } from '#src/wizard/steps/task-steps.ts';
import type { Decided } from '#src/wizard/submit/latest-reads.ts';

/**
 * What a task brings to the frame of the wizard. `Id` is the ids of its steps, the first of which is
 * `datasource` and the last `review`; `Seen` is a draft with all that the task knows of it.
 */
export interface TaskSpec<Id extends string, Reads, Seen extends View<Reads> = View<Reads>> {
  /** What it does with a backup; left out: it restores it. */
  readonly task?: OtherTask;
  readonly title: string;
  /** It restores in one way: whoever names what to restore has the rest suggested. */
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

/** How a press is followed to its job. */
export interface WayToJob {
  /** Follows an accepted request until its job exists. */
  readonly acceptedQuery: AcceptedQueryOf;
  /** Finds the job of a request whose answer did not arrive. */
  readonly searchFor: (draft: Draft, attempt: Attempt) => LostSearchQuery;
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
  /** How long it will take, and by what; null: not enough is chosen. Left out: nothing is known of it. */
  readonly expected?: ReactNode;
  /** What was chosen and is not used. */
  readonly renderNotUsed?: (goTo: GoTo) => ReactNode;
}

/** What a task draws Review with. */
export interface ReviewParts {
  readonly press: RestorePress;
  readonly renderPanel: (given: FormProps) => ReactNode;
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
  /** Why it isn't available; null if it is. */
  readonly reason: string | null;
  /** How many rules refuse the restore. */
  readonly issues: number;
  /** The choices as they would be sent. */
  readonly confirmedChoices: DraftChoices;
  readonly start: (decided: Decided) => void;
  /** The label of the button; left out: Restore. */
  readonly label?: string;
}
