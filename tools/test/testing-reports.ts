/** A test as it stands in a report made for a unit test. */
interface Planned {
  readonly file?: string;
  readonly title: string;
  readonly group?: string;
  readonly status?: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly message?: string;
  /** An annotation that the test's fixtures added while it ran. */
  readonly mark?: string;
}

/** A report as Playwright's JSON reporter writes it, with as much of it as is read. */
export function playwrightReport(tests: readonly Planned[], errors: readonly string[] = []) {
  return {
    config: { projects: [{ name: 'chromium' }] },
    errors: errors.map((message) => ({ message })),
    suites: tests.map((test) => {
      const { file = 'a.spec.ts', title, group, status = 'expected', message, mark } = test;
      const result = {
        errors: message === undefined ? [] : [{ message }],
        annotations: mark === undefined ? [] : [{ type: mark }],
      };
      const specs = [
        { file, line: 7, title, tests: [{ projectName: 'chromium', status, results: [result] }] },
      ];
      return group === undefined
        ? { title: file, specs, suites: [] }
        : { title: file, specs: [], suites: [{ title: group, specs, suites: [] }] };
    }),
  };
}
