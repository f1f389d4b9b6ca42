import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useId } from 'react';
import { instances } from '#src/strings/instances.ts';
import { Popover } from '#src/ui/Popover.tsx';

const words = instances.views;

const useStyles = makeStyles({
  folded: { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
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
  /** A button with the choice in words, which opens both. */
  readonly isFolded?: boolean;
}

/** Which of a vault's two regions is looked into: a radio group drawn as a joined pair. */
export function RegionSwitch({ isFolded = false, ...choice }: RegionSwitchProps) {
  const styles = useStyles();
  const id = useId();
  if (!isFolded) return <Regions {...choice} />;
  return (
    <>
      <Button
        className={styles.folded}
        icon={<ChevronDown16Regular />}
        iconPosition="after"
        popoverTarget={id}
      >
        {choice.isSecondary ? words.secondary : words.primary}
      </Button>
      <Popover id={id} label={words.label}>
        {(close) => (
          <Regions
            {...choice}
            onChange={(isSecondary) => {
              close();
              choice.onChange(isSecondary);
            }}
          />
        )}
      </Popover>
    </>
  );
}

function Regions({ isSecondary, onChange }: Omit<RegionSwitchProps, 'isFolded'>) {
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
