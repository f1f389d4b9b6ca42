import type { BrowserContext, ConsoleMessage } from 'playwright/test';

/** Hosts that are simulated: Azure’s, and a CommServe. */
export const simulatedHost =
  /^https:\/\/(?:(?:[a-z0-9-]+\.)?management\.azure\.com|[a-z0-9]+\.blob\.core\.windows\.net|commserve\.contoso\.example)\//;

/**
 * A resource group itself: the page requests it (HEAD) before it creates it, and 404 is the answer that
 * it does not exist yet. The browser still logs it.
 */
const groupItself = /\/resourceGroups\/[^/?]+\?/i;

/** A CommServe's token ends after hours: 401 is how it says so, the client renews it and reads again. */
const commServe = /^https:\/\/commserve\.contoso\.example\//;

/** React names what a page failed by; the browser names the file that is no code. */
function isMissingCode(text: string, url: string, ownAddress: string): boolean {
  const isFile = url.startsWith(`${ownAddress}/assets/`) && text.startsWith('Failed to load ');
  return isFile || /^[\w$]+: Couldn’t load /.test(text);
}

/** Fluent's Slider (9.74) brings a style for old browsers, and Chromium warns of it. */
const sliderStyle = "The keyword 'slider-vertical' specified to an 'appearance' property";

/**
 * The guard of every test: collects what no run may show. Errors and warnings of the console, uncaught
 * exceptions, violations of the content security policy, and requests to a host that is neither ours
 * nor simulated.
 */
export class Troubles {
  private readonly found: string[] = [];
  readonly ownAddress: string;
  private areRefusalsExpected = false;
  private isMissingCodeExpected = false;

  constructor(ownAddress: string) {
    this.ownAddress = ownAddress;
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (!this.isTrouble(message)) return;
      this.found.push(`${message.type()}: ${message.text()} ${message.location().url}`.trimEnd());
    });
    context.on('weberror', (webError) => {
      this.found.push(`uncaught: ${webError.error().message}`);
    });
    context.on('request', (request) => {
      if (!this.isKnownHost(request.url())) this.found.push(`request: ${request.url()}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        throw new Error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  /** For tests in which Azure refuses or does not answer: the browser notes each such answer. */
  expectRefusals(): void {
    this.areRefusalsExpected = true;
  }

  /** Code of a datasource will not load. */
  expectMissingCode(): void {
    this.isMissingCodeExpected = true;
  }

  /** For the next test in the same context. */
  reset(): void {
    this.areRefusalsExpected = false;
    this.isMissingCodeExpected = false;
    this.take();
  }

  /** All findings until now; the next call starts from empty. */
  take(): string[] {
    return this.found.splice(0);
  }

  private isTrouble(message: ConsoleMessage): boolean {
    if (!['error', 'warning'].includes(message.type())) return false;
    const text = message.text();
    if (text.includes(sliderStyle)) return false;
    const { url } = message.location();
    const isRefusal = text.startsWith('Failed to load resource:') && simulatedHost.test(url);
    if (isRefusal && text.includes('status of 404') && groupItself.test(url)) return false;
    if (isRefusal && text.includes('status of 401') && commServe.test(url)) return false;
    if (this.isMissingCodeExpected && isMissingCode(text, url, this.ownAddress)) return false;
    return !(isRefusal && this.areRefusalsExpected);
  }

  private isKnownHost(url: string): boolean {
    return (
      url.startsWith(`${this.ownAddress}/`) || simulatedHost.test(url) || /^(data|blob):/.test(url)
    );
  }
}
