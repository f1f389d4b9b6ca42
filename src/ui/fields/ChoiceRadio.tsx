import { makeStyles, mergeClasses, Radio, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { Name } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  // Fluent mutes every entry that isn't selected; here only disabled entries are muted.
  possible: {
    '& .fui-Radio__input:enabled:not(:checked) ~ .fui-Radio__label': {
      color: tokens.colorNeutralForeground1,
    },
  },
});

interface ChoiceRadioProps extends ComponentProps<typeof Radio> {
  /** It keeps its place and can be focused; what stands under it says why it cannot be chosen. */
  readonly isRefused?: boolean;
}

/** One of a few choices, in full contrast whether it is chosen or not; one that is refused is muted. */
export function ChoiceRadio({ isRefused = false, className, label, ...props }: ChoiceRadioProps) {
  const styles = useStyles();
  return (
    <Radio
      {...props}
      label={typeof label === 'string' ? <Name>{textInSentence(label)}</Name> : label}
      aria-disabled={isRefused}
      className={mergeClasses(!isRefused && styles.possible, className)}
    />
  );
}
