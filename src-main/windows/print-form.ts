import type { PrintedForm } from '../../src-shared/ipc/forms.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { printedPage } from './printed-page.ts';

/** What it takes to print: a person to ask, a page to lay out, a disk. */
export interface PrintSurroundings {
  /** Where to save; null when the person says nowhere. */
  askWhere(suggestedName: string): Promise<string | null>;
  layOut(html: string): Promise<Uint8Array>;
  /** Rejects where the disk refuses. */
  write(file: string, content: Uint8Array): Promise<void>;
}

/** Saves a form as a PDF where the person says. `saved: null` when they say nowhere, `file_not_written` when the disk refuses. */
export async function printForm(
  form: PrintedForm,
  { askWhere, layOut, write }: PrintSurroundings,
): Promise<Result<{ saved: string | null }>> {
  const file = await askWhere(fileNameOf(form));
  if (file === null) return ok({ saved: null });
  const pdf = await layOut(printedPage(form));
  try {
    await write(file, pdf);
  } catch {
    return fail({ code: 'file_not_written' });
  }
  return ok({ saved: file });
}

/** A name that every file system takes. */
function fileNameOf({ portalName, title }: PrintedForm): string {
  const name = `${portalName} ${title}`
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${name === '' ? 'Form' : name}.pdf`;
}
