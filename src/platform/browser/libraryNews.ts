const channelName = "library";

/** Notifies our own open pages that the searched library has changed. */
export function notifyLibraryChanged(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever the searched library has changed, as long as the page is open. */
export function watchLibrary(callback: () => void): void {
  new BroadcastChannel(channelName).onmessage = callback;
}
