import { describe, expect, it } from 'vitest';
import { printForm, type PrintSurroundings } from '../../../src-main/windows/print-form.ts';
import { printedPage } from '../../../src-main/windows/printed-page.ts';
import { printedFormSchema, type PrintedForm } from '../../../src-shared/ipc/forms.ts';

const form: PrintedForm = {
  title: 'Review your registration',
  portalName: 'Carelon MBM provider portal',
  sections: [{ title: 'Section 1', rows: [{ label: 'First Name', value: 'Nora' }] }],
};

const setUp = (over: Partial<PrintSurroundings> = {}) => {
  const written: [string, string][] = [];
  const suggested: string[] = [];
  const surroundings: PrintSurroundings = {
    askWhere(name) {
      suggested.push(name);
      return Promise.resolve('/home/nora/form.pdf');
    },
    layOut: (html) => Promise.resolve(Buffer.from(html)),
    write(file, content) {
      written.push([file, Buffer.from(content).toString()]);
      return Promise.resolve();
    },
    ...over,
  };
  return { written, suggested, print: (printed = form) => printForm(printed, surroundings) };
};

describe('A7: printing a form', () => {
  it('saves where the person says, under a name that says what it is', async () => {
    const { print, written, suggested } = setUp();
    expect(await print()).toEqual({ ok: true, value: { saved: '/home/nora/form.pdf' } });
    expect(suggested).toEqual(['Carelon MBM provider portal Review your registration.pdf']);
    expect(written).toEqual([['/home/nora/form.pdf', printedPage(form)]]);
  });

  it('writes nothing when the person says nowhere', async () => {
    const { print, written } = setUp({ askWhere: () => Promise.resolve(null) });
    expect(await print()).toEqual({ ok: true, value: { saved: null } });
    expect(written).toEqual([]);
  });

  it('tells that the disk refused', async () => {
    const { print } = setUp({ write: () => Promise.reject(new Error('EACCES')) });
    expect(await print()).toEqual({ ok: false, error: { code: 'file_not_written' } });
  });

  it.each([
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['a:b\\c*?"<>|', 'a b c.pdf'],
    ['', 'Form.pdf'],
    ['Ärzte'.repeat(40), `${'Ärzte'.repeat(40).slice(0, 80)}.pdf`],
  ])('suggests a name that a file system takes for %s', async (title, name) => {
    const { print, suggested } = setUp();
    await print({ ...form, portalName: '', title });
    expect(suggested).toEqual([name]);
  });
});

describe('the printed page', () => {
  const hostile = `<script>alert("1")</script><img src=x onerror='a'>&amp;`;

  it('holds text alone, whatever was typed', () => {
    const page = printedPage({
      title: hostile,
      portalName: hostile,
      sections: [{ title: hostile, rows: [{ label: hostile, value: hostile }] }],
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')).toHaveLength(7);
    expect(page).toContain('&amp;amp;');
  });

  it('loads and runs nothing but its own style', () => {
    const policy = /content="(default-src[^"]*)"/u.exec(printedPage(form))?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'$/u);
  });
});

describe('a form that is printed', () => {
  it('is bounded', () => {
    const row = { label: 'Answer', value: 'x'.repeat(4000) };
    const sections = (count: number) => [{ title: 'One', rows: Array.from({ length: count }, () => row) }];
    expect(printedFormSchema.safeParse({ ...form, sections: sections(20) }).success).toBe(true);
    expect(printedFormSchema.safeParse({ ...form, sections: sections(26) }).success).toBe(false);
    expect(printedFormSchema.safeParse({ ...form, html: '<b>' }).success).toBe(false);
  });
});
