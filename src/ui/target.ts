import { makeStyles } from '@fluentui/react-components';

/** For a link that is not as high as a line: high and wide enough to be hit, whatever the size of its words. */
export const useTargetStyles = makeStyles({
  target: { display: 'inline-block', paddingBlock: 'calc((24px - 1lh) / 2)', minWidth: '24px' },
});
