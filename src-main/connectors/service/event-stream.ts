/** More than one line of a stream can hold; a longer one is not a hint. */
const maxLineLength = 64 * 1024;

/**
 * Takes text as it arrives and gives the data of every complete server-sent event (WHATWG HTML, 9.2). Comments and other
 * fields are passed over. Throws when a line does not end.
 */
export function createEventReader(): (text: string) => string[] {
  let rest = '';
  let data: string[] = [];
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/u);
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) throw new Error('A line of the event stream does not end');
    const events: string[] = [];
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) events.push(data.join('\n'));
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
    return events;
  };
}
