const channelName = "library";

/** Tells our own pages that are open that what is searched has changed. */
export function tellLibraryChanged(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever what is searched has changed, for as long as the page stands. */
export function watchLibrary(callback: () => void): void {
  new BroadcastChannel(channelName).onmessage = callback;
}
