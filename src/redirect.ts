import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** Whoever opens this page without an answer is shown the product. No code of it is loaded here, so the path is read directly. */
function goHome(): void {
  if (window.parent === window) location.replace(import.meta.env.BASE_URL);
}

// Where Microsoft Entra leads back to: it hands the answer to the page that asked, in a hidden frame or
// by going back there, and draws nothing. A sign-out comes back without a fragment: the library would
// keep that for the answer to the next sign-in. It isn't awaited here, for the reason given in src/main.tsx.
if (location.hash === '') goHome();
else void broadcastResponseToMainFrame().catch(goHome);
