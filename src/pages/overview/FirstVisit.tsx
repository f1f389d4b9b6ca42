import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { basePath } from '#src/lib/base.ts';
import { endFirstVisit } from '#src/lib/first-visit.ts';
import { firstVisit as words } from '#src/strings/first-visit.ts';
import { takeFocusInPlace } from '#src/ui/dom.ts';

/** The backup instance `app01`, as addresses have it. */
const APP01 =
  '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~rsv-prod-weu~IaasVMContainer;iaasvmcontainerv2;rg-app-prod;app01~VM;iaasvmcontainerv2;rg-app-prod;app01';

/**
 * One address for each thing to try. They say what the simulated Azure is to show, so the page is loaded for them, and
 * that ends the first visit.
 */
const TRIES = [
  { id: 'restore', search: `scenario=default&instance=${APP01}` },
  { id: 'blocked', search: 'scenario=default&rule=encryption.ade.create-vm' },
  {
    id: 'lost',
    search: 'scenario=default&rule=rest.recovery-type.vm&fault=restore-answer-lost-held',
  },
] as const;

const NARROW = '@container page (max-width: 719px)';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    height: `calc(100% - 2 * ${tokens.spacingHorizontalL})`,
    margin: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    [NARROW]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    [NARROW]: { lineHeight: '44px' },
  },
  try: { [NARROW]: { minHeight: '44px' } },
  close: {
    marginInlineStart: 'auto',
    [NARROW]: {
      position: 'absolute',
      insetBlockStart: 0,
      insetInlineEnd: 0,
      width: '44px',
      height: '44px',
    },
  },
});

interface FirstVisitProps {
  readonly onEnd: () => void;
}

/** What is special about the product, one press each, for a person who has never been here. */
export function FirstVisit({ onEnd }: FirstVisitProps) {
  const styles = useStyles();
  const close = () => {
    endFirstVisit();
    onEnd();
    takeFocusInPlace(document.querySelector('h1'));
  };
  return (
    <section aria-labelledby="first-visit" className={styles.root}>
      <h2 id="first-visit" className={styles.title}>
        {words.title}
      </h2>
      {TRIES.map(({ id, search }) => (
        <Button
          key={id}
          as="a"
          size="small"
          className={styles.try}
          href={`${basePath()}restore/new?${search}`}
        >
          {words.tries[id]}
        </Button>
      ))}
      <Button
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={words.close}
        className={styles.close}
        onClick={close}
      />
    </section>
  );
}
