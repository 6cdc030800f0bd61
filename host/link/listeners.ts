// A set of listeners that may come and go while they are being told. Not an event bus: one kind of
// news, told in the order of arrival, to whoever listens now.

/** Who wants to hear one kind of news. */
export interface Listeners<News> {
  add(listener: (news: News) => void): () => void;
  tell(news: News): void;
}

/** Makes an empty set of listeners. */
export function createListeners<News>(): Listeners<News> {
  let all: readonly ((news: News) => void)[] = [];
  return {
    add(listener) {
      // A wrapper of its own, so that the same function added twice is removed once at a time.
      const own = (news: News): void => listener(news);
      all = [...all, own];
      return () => {
        all = all.filter((each) => each !== own);
      };
    },
    tell(news) {
      for (const listener of all) listener(news);
    },
  };
}
