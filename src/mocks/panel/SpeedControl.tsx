import { Input, Label, makeStyles, Slider, tokens, useId } from '@fluentui/react-components';
import { useState } from 'react';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { markOf, parseSpeed, speeds } from '#src/mocks/panel/speed.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  typed: { width: '88px' },
  slider: { width: '100%' },
  // High enough to be hit.
  range: { height: '24px' },
  marks: {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface SpeedControlProps {
  /** Simulated seconds in a real one. */
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

/** How fast simulated time goes: by five marks, or typed. */
export function SpeedControl({ speed, onSpeed }: SpeedControlProps) {
  const styles = useStyles();
  const sliderId = useId('simulation-speed');
  const rangeId = useId('simulation-speed-range');
  // The text being typed; null otherwise.
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed === null ? speed : parseSpeed(typed);
  const take = () => {
    if (typed === null || wanted === null) return;
    onSpeed(wanted);
    setTyped(null);
  };
  return (
    <div>
      <div className={styles.row}>
        <Label htmlFor={sliderId}>{strings.speed}</Label>
        <Input
          className={styles.typed}
          inputMode="decimal"
          contentBefore={<span aria-hidden>{strings.timesSign}</span>}
          aria-label={strings.typedSpeed}
          aria-invalid={wanted === null}
          aria-describedby={wanted === null ? rangeId : undefined}
          value={typed ?? String(speed)}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={take}
          onKeyDown={({ key }) => key === 'Enter' && take()}
        />
      </div>
      {wanted === null && (
        <Remark id={rangeId} isAnswer>
          {strings.speedRange}
        </Remark>
      )}
      <Slider
        id={sliderId}
        className={styles.slider}
        input={{ className: styles.range }}
        min={0}
        max={speeds.length - 1}
        step={1}
        value={markOf(speed)}
        aria-valuetext={strings.times(speed)}
        onChange={(_, { value }) => {
          setTyped(null);
          onSpeed(speeds[value] ?? 1);
        }}
      />
      <div aria-hidden className={styles.marks}>
        {speeds.map((mark) => (
          <span key={mark}>{strings.times(mark)}</span>
        ))}
      </div>
    </div>
  );
}
