import { Worker } from 'node:worker_threads';

/**
 * Keeps one core busy until it is ended. A thread and no process: it cannot outlive this program,
 * however that ends.
 */
export function startLoad(): () => Promise<void> {
  const thread = new Worker('for (;;);', { eval: true });
  return async () => {
    await thread.terminate();
  };
}
