import { documentTypeOf, type DocumentType } from '../../src-shared/domain/order-document.ts';
import { formatPageSelection, parsePageSelection } from '../../src-shared/domain/page-selection.ts';
import { invalidInput } from '../../src-shared/errors.ts';
import type { ChosenDocument } from '../../src-shared/ipc/orders.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { documentName } from './document-name.ts';
import { countPages, cutPages } from './pdf-pages.ts';

/** What is sent of a chosen file. */
export interface CutDocument {
  readonly name: string;
  readonly type: DocumentType;
  readonly content: Uint8Array;
  /** Null where all of it is sent. */
  readonly pages: string | null;
}

/** Files that somebody chose, until they choose another. Their bytes stay in the main process's memory. */
export interface ChosenDocuments {
  /** Asks the person; null where no file was chosen. `too_large`, `document_type`, `document_encrypted`, `document_unreadable` */
  choose(): Promise<Result<ChosenDocument | null>>;
  /** Problems of `pages` stand at that path. `not_found` for a file that gave way to another one. */
  cut(token: string, pages: string): Promise<Result<CutDocument>>;
}

export interface ChosenDocumentsSettings {
  /** The path of a file, by the system's own dialog. */
  readonly askForFile: () => Promise<string | null>;
  /** Null for a file of more bytes than that. Throws when the file system does. */
  readonly readFile: (file: string, mostBytes: number) => Promise<Uint8Array | null>;
  readonly newId: () => string;
}

/** A chart may be large: what counts for the portal are the pages that are chosen. */
const mostBytes = 100 * 1024 * 1024;

export function createChosenDocuments({ askForFile, readFile, newId }: ChosenDocumentsSettings): ChosenDocuments {
  let kept: { readonly chosen: ChosenDocument; readonly content: Uint8Array } | null = null;

  return {
    async choose() {
      const file = await askForFile();
      if (file === null) return ok(null);
      const read = await readFile(file, mostBytes).then(
        (content) => (content === null ? fail({ code: 'too_large' as const }) : ok(content)),
        () => fail({ code: 'document_unreadable' as const }),
      );
      if (!read.ok) return read;
      const type = documentTypeOf(read.value);
      if (type === null) return fail({ code: 'document_type' });
      const counted = type === 'application/pdf' ? await countPages(read.value) : ok(null);
      if (!counted.ok) return counted;
      const name = documentName(file);
      const chosen = { token: newId(), name, type, size: read.value.length, pageCount: counted.value };
      kept = { chosen, content: read.value };
      return ok(chosen);
    },

    async cut(token, pages) {
      if (kept?.chosen.token !== token) return fail({ code: 'not_found' });
      const { content } = kept;
      const { name, type, pageCount } = kept.chosen;
      if (pageCount === null || pageCount === 1) return ok({ name, type, content, pages: null });
      const selected = parsePageSelection(pages, pageCount);
      if (!selected.ok) return fail(invalidInput([{ path: 'pages', code: selected.error }]));
      if (selected.value.length === pageCount) return ok({ name, type, content, pages: null });
      const cut = await cutPages(content, selected.value);
      return cut.ok ? ok({ name, type, content: cut.value, pages: formatPageSelection(selected.value) }) : cut;
    },
  };
}
