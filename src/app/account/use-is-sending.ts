import { useIsMutating } from '@tanstack/react-query';

/** Whether a change is on its way to Azure: leaving the page now would leave its outcome unknown. */
export function useIsSending(): boolean {
  return useIsMutating() > 0;
}
