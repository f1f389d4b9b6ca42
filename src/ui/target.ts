import { makeStyles } from '@fluentui/react-components';

/**
 * For a link that is not as high as a line: high and wide enough to be hit, whatever the size of its
 * words. Its line stays as high as without it.
 */
export const useTargetStyles = makeStyles({
  target: {
    display: 'inline-block',
    minWidth: '24px',
    paddingBlock: 'calc((24px - 1lh) / 2)',
    marginBlock: 'calc((1lh - 24px) / 2)',
  },
});
