import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { coverage } from '#src/strings/checks.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useMedia } from '#src/ui/hooks.ts';
import type { RestoreModel } from '#src/ui/picture/model.ts';
import { RestoreLine } from '#src/ui/picture/RestoreLine.tsx';
import { RestorePicture } from '#src/ui/picture/RestorePicture.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status } from '#src/ui/Status.tsx';
import { PlanDrawer, PlanFold, type PlanProps } from '#src/wizard/Plan.tsx';
import { isParticular } from '#src/wizard/explain/findings.ts';
import { type DrawPicture, heardPicture, resultSpoken } from '#src/wizard/picture.ts';
import { placeNamed, type TaskSteps } from '#src/wizard/steps/task-steps.ts';

const words = wizard.plan;

/** Where there is room for the picture: beside the form, above it, or only behind a line. */
export type PicturePlace = 'beside' | 'above' | 'line';

interface PlanPictureProps extends PlanProps {
  readonly renderPicture: (draw: DrawPicture) => ReactNode;
  readonly steps: TaskSteps;
  readonly place: PicturePlace;
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  folds: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** What will happen, as a picture that is drawn anew with each field. */
export function PlanPicture(props: PlanPictureProps) {
  // A key is drawn in its field first, and a step with its form.
  const later = useDeferredValue<PlanPictureProps | null>(props, null);
  return useMemo(() => {
    if (later === null) return null;
    const { renderPicture, ...plan } = later;
    return renderPicture((pictureOf) => <PlacedPicture {...plan} pictureOf={pictureOf} />);
  }, [later]);
}

interface PlacedPictureProps extends Omit<PlanPictureProps, 'renderPicture'> {
  readonly pictureOf: Parameters<Parameters<PlanPictureProps['renderPicture']>[0]>[0];
}

const PlacedPicture = memo(function PlacedPicture(props: PlacedPictureProps) {
  const styles = useStyles();
  const { place, line, goTo } = props;
  const isNarrow = useMedia('(max-width: 639px)');
  const model = modelOf(props);
  const errors = model.pins.filter(({ tone }) => tone === 'error').length;
  return (
    <>
      <Spoken text={resultSpoken(model)} />
      {place === 'line' ? (
        <PlanDrawer
          line={
            <span className={styles.line}>
              <RestoreLine model={model} />
              {errors > 0 && <Status tone="failed">{words.problems(errors)}</Status>}
              <span>{line}</span>
            </span>
          }
          goTo={goTo}
          isWide
        >
          {(leave) => (
            <PictureParts
              {...props}
              goTo={leave}
              model={modelOf({ ...props, goTo: leave })}
              size={isNarrow ? 'stacked' : 'panel'}
            />
          )}
        </PlanDrawer>
      ) : (
        <PictureParts {...props} model={model} size={place === 'beside' ? 'panel' : 'band'} />
      )}
    </>
  );
});

/** The picture with all that the rules say of it. */
const modelOf = ({ pictureOf, steps, goTo, findings, wayTo, fieldLabel }: PlacedPictureProps) =>
  heardPicture(pictureOf(fieldWay(steps, goTo)), { findings, wayTo, fieldLabel, goTo });

interface PicturePartsProps extends PlacedPictureProps {
  /** With links by the same way to a field. */
  readonly model: RestoreModel;
  readonly size: 'panel' | 'band' | 'stacked';
}

/** The picture, and below it, folded up, what it can't show. */
function PictureParts(props: PicturePartsProps) {
  const styles = useStyles();
  const { model, renderNotUsed, steps, goTo, lost, findings, notLookedAt = [], size } = props;
  const always = findings.warned.filter((one) => !isParticular(one)).map(({ rule }) => sayOf(rule));
  const folds = [
    [words.lost, lost],
    [words.watchOut, always],
    [coverage.state, notLookedAt],
  ] as const;
  return (
    <>
      <RestorePicture model={model} size={size} onField={fieldWay(steps, goTo)} />
      {renderNotUsed?.(goTo)}
      <div className={styles.folds}>
        {folds.map(
          ([title, lines]) =>
            lines.length > 0 && <PlanFold key={title} title={title} lines={lines} />,
        )}
      </div>
    </>
  );
}

/** Leads to a field by its name. */
const fieldWay =
  (steps: TaskSteps, goTo: GoTo) =>
  (field: string): void => {
    const place = placeNamed(steps, field);
    if (place !== null) goTo(place.step, place.field);
  };
