/** As long as it is on, the browser asks before the page is closed. A page with such a listener cannot be kept for the back button, so it stands only while there is something to lose. */
export class UnsavedGuard {
  set(on: boolean): void {
    if (on) addEventListener('beforeunload', this.ask);
    else removeEventListener('beforeunload', this.ask);
  }

  private readonly ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chromium before 119 asks only for this.
    event.returnValue = true;
  };
}
