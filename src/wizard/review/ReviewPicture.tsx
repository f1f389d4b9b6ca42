import type { GoTo } from '#src/datasources/datasource.ts';
import { picture as words } from '#src/strings/picture.ts';
import { useMedia } from '#src/ui/hooks.ts';
import type { Card, PicturePart, Pin, Reading, RestoreModel } from '#src/ui/picture/model.ts';
import { RestorePicture } from '#src/ui/picture/RestorePicture.tsx';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import { byTone, type DrawPicture, heardPicture, partsOf } from '#src/wizard/picture.ts';
import { placeNamed, type TaskSteps } from '#src/wizard/steps/task-steps.ts';
import type { PinnedCheck } from '#src/wizard/task.ts';

export interface ReviewPictureProps {
  readonly steps: TaskSteps;
  /** What the rules say, and where that can be changed. */
  readonly heard: Pick<Parameters<typeof heardPicture>[1], 'findings' | 'wayTo' | 'fieldLabel'>;
  readonly pictureOf: Parameters<DrawPicture>[0];
  readonly pinned: readonly PinnedCheck[];
  readonly goTo: GoTo;
  /** Leads to a line of the checks, by the id of its name. */
  readonly toCheck: (id: string) => void;
}

/** What Restore will do, as a picture: a part has the signs of its checks, and leads to them. */
export function ReviewPicture(props: ReviewPictureProps) {
  const { steps, heard, pictureOf, pinned, goTo, toCheck } = props;
  const isNarrow = useMedia('(max-width: 1023px)');
  const goToField = (field: string): void => {
    const place = placeNamed(steps, field);
    if (place !== null) goTo(place.step, place.field);
  };
  const model = heardPicture(pictureOf(goToField), { ...heard, goTo, isElsewhere: true });
  return (
    <RestorePicture
      isBare
      model={reviewedPicture(model, pinned)}
      size={isNarrow ? 'stacked' : 'wide'}
      onField={(field) => (placeNamed(steps, field) === null ? toCheck(field) : goToField(field))}
    />
  );
}

/**
 * A picture with its checks: each part has what isn't passed of its own, or that all is, and leads to its list line. What is still to
 * be chosen leads to its field. Pure.
 */
export function reviewedPicture(model: RestoreModel, pinned: readonly PinnedCheck[]): RestoreModel {
  const ids = new Set([model.moves, ...partsOf(model)].map(({ id }) => id));
  const checks = pinned
    .map((check) => ({ ...check, part: ids.has(check.part) ? check.part : model.result.id }))
    .toSorted((a, b) => byTone({ tone: a.tone ?? 'ok' }, { tone: b.tone ?? 'ok' }));
  const own = checks.flatMap(({ rowId, part, name, tone }): readonly Pin[] =>
    tone === null || tone === 'ok'
      ? []
      : [{ id: rowId, part, tone, title: name, isElsewhere: true, links: [] }],
  );
  const signs = [...model.pins, ...own];
  const passed = [...new Set(checks.flatMap(({ part, tone }) => (tone === 'ok' ? [part] : [])))]
    .filter((part) => signs.every((pin) => pin.part !== part))
    .map((part): Pin => ({
      id: `passed-${part}`,
      part,
      tone: 'ok',
      title: words.tones.ok,
      isElsewhere: true,
      links: [],
    }));
  const leading = <Part extends PicturePart>(part: Part): Part => {
    if (part.fate === 'unknown' && part.field !== undefined) return part;
    const check = checks.find((one) => one.part === part.id)?.rowId;
    const rule = model.pins.some((pin) => pin.part === part.id) ? FINDINGS_ID : undefined;
    return { ...part, field: check ?? rule };
  };
  const card = (one: Card): Card => ({
    ...leading(one),
    disks: listOf(one.disks, leading),
    disksBeside: one.disksBeside.map(leading),
    nics: listOf(one.nics, leading),
    others: one.others.map(leading),
  });
  return {
    ...model,
    state: 'review',
    source: card(model.source),
    point: leading(model.point),
    moves: { ...model.moves, under: model.moves.under.map(leading) },
    result: card(model.result),
    pins: [...signs, ...passed].toSorted(byTone),
  };
}

const listOf = <Part extends PicturePart>(
  list: Reading<readonly Part[]>,
  change: (part: Part) => Part,
): Reading<readonly Part[]> =>
  list.is === 'known' ? { is: 'known', value: list.value.map(change) } : list;
