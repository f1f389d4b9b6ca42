import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { instances } from '#src/strings/instances.ts';

const words = instances.views;

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  half: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '30px',
    paddingInline: tokens.spacingHorizontalM,
    cursor: 'pointer',
    '& + &': { borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
    ':focus-within': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      forcedColorAdjust: 'none',
    },
  },
  input: {
    position: 'absolute',
    opacity: 0,
    width: '1px',
    height: '1px',
    margin: 0,
  },
});

interface RegionSwitchProps {
  readonly isSecondary: boolean;
  readonly onChange: (isSecondary: boolean) => void;
}

/** Which of a vault's two regions is looked into: a radio group drawn as a joined pair. */
export function RegionSwitch({ isSecondary, onChange }: RegionSwitchProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.root} aria-label={words.label}>
      {[false, true].map((isSecond) => {
        const isChosen = isSecond === isSecondary;
        return (
          <label
            key={String(isSecond)}
            className={mergeClasses(styles.half, isChosen && styles.chosen)}
          >
            <input
              type="radio"
              name="region"
              className={styles.input}
              checked={isChosen}
              onChange={() => onChange(isSecond)}
            />
            {isChosen && <Checkmark16Regular aria-hidden />}
            {isSecond ? words.secondary : words.primary}
          </label>
        );
      })}
    </fieldset>
  );
}
