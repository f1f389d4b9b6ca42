import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { filters } from '#src/strings/filters.ts';

const useStyles = makeStyles({
  root: { paddingInline: tokens.spacingHorizontalXXL },
});

export interface IgnoredProps {
  /** Parts of the address that mean nothing here, as `health=fine`. */
  readonly parts: readonly string[];
}

/** Says which filters of an address were left out because they mean nothing. */
export function Ignored({ parts }: IgnoredProps) {
  const styles = useStyles();
  if (parts.length === 0) return null;
  return (
    <div className={styles.root}>
      <MessageBar intent="warning">
        <MessageBarBody>{filters.ignored(parts)}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
