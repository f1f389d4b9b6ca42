import { makeStyles, tokens } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { Name } from '#src/ui/Name.tsx';
import { useTitleState } from '#src/ui/title-state.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  words: { flex: '1 1 auto', minWidth: 0 },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& li + li::before': { content: '"›"', marginRight: tokens.spacingHorizontalS },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  subtitle: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface PageHeaderProps {
  readonly title: string;
  /** Links to the pages above, outermost first. */
  readonly crumbs?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page: where one is, its title (which also names the tab), and what it is. */
export function PageHeader({ title, crumbs, subtitle, actions }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <title>{[...useTitleState(), textInSentence(title), common.product].join(' - ')}</title>
      <div className={styles.words}>
        {crumbs !== undefined && (
          <nav aria-label={common.breadcrumb}>
            <ol className={styles.crumbs}>
              {Children.map(crumbs, (crumb) => (
                <li>
                  <Name>{crumb}</Name>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className={styles.title} tabIndex={-1}>
          <Name isName>{title}</Name>
        </h1>
        {subtitle !== undefined && (
          <div className={styles.subtitle}>
            <Name>{subtitle}</Name>
          </div>
        )}
      </div>
      {actions}
    </header>
  );
}
