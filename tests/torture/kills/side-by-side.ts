/** Works through the items on so many lanes at once; answers in the items' order. */
export async function sideBySide<Item, Answer>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const place = next;
      next += 1;
      const item = items[place];
      if (item === undefined) return;
      answers[place] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
