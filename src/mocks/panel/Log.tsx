import { Button, makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useMemo, useState } from 'react';
import { CopyLog } from '#src/mocks/panel/CopyLog.tsx';
import { LogFilters } from '#src/mocks/panel/LogFilters.tsx';
import { LogItem } from '#src/mocks/panel/LogItem.tsx';
import { counts, filtered, heldAt, type LogFilter, logLines } from '#src/mocks/panel/log-lines.ts';
import { copiedText } from '#src/mocks/panel/log-text.ts';
import { Part } from '#src/mocks/panel/Part.tsx';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { WorldView } from '#src/mocks/panel/watch-world.ts';
import { Announced } from '#src/mocks/panel/Announced.tsx';
import { useHeld } from '#src/mocks/panel/use-held.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
  // Scrolls by itself, so that the clock and Reset stay in reach of who reads.
  list: {
    flex: '1 1 0',
    minHeight: '240px',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    outlineStyle: 'none',
  },
});

/** Lines drawn at first, and with each press for older ones. */
const PAGE = 50;

/**
 * Requests and events, the newest first. While a person reads (has scrolled down, hovers over it or
 * has the focus in it) nothing moves: new lines are counted and wait.
 */
export function Log({ world }: { readonly world: Source<WorldView> }) {
  const styles = useStyles();
  const requests = useSlice(world, (state) => state.requests);
  const events = useSlice(world, (state) => state.events);
  const faults = useSlice(world, (state) => state.met);
  const [filter, setFilter] = useState<LogFilter>('all');
  const [length, setLength] = useState(PAGE);
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const all = useMemo(() => logLines(requests, events), [requests, events]);
  const lines = filtered(all, filter);
  const held = useHeld(lines[0]?.key ?? null);
  const { shown, newer } = heldAt(lines, held.newest);
  const choose = (next: LogFilter) => {
    setFilter(next);
    setLength(PAGE);
    held.release();
  };
  return (
    <Part
      title={strings.log}
      isGrowing
      action={
        <div className={styles.actions}>
          <Announced>{newer > 0 && strings.newerSaid}</Announced>
          {newer > 0 && (
            <Button
              size="small"
              icon={<ArrowUp16Regular />}
              onClick={() => {
                held.release();
                held.focus();
              }}
            >
              {strings.newer(newer)}
            </Button>
          )}
          <CopyLog text={() => copiedText(shown, faults)} />
        </div>
      }
    >
      <LogFilters counts={counts(all)} value={filter} onChange={choose} />
      {shown.length === 0 && <Remark>{strings.noLines[filter]}</Remark>}
      <ul
        ref={held.attach}
        tabIndex={-1}
        aria-label={strings.logList}
        className={styles.list}
        {...arrows}
      >
        {shown.slice(0, length).map((line) => (
          <LogItem key={line.key} line={line} faults={faults} />
        ))}
        {shown.length > length && (
          <li>
            <Button size="small" appearance="subtle" onClick={() => setLength(length + PAGE)}>
              {strings.older(shown.length - length)}
            </Button>
          </li>
        )}
      </ul>
    </Part>
  );
}
