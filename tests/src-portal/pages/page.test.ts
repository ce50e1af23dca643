import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { escapeHtml, html, renderPage } from '../../../src-portal/pages/page.ts';

describe('pages', () => {
  test('escape every text that is put into them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rendered = html`<a title="${text}">${text}</a>`.text;
        expect(rendered.match(/[<>]/gu)).toHaveLength(4);
        expect(rendered.match(/"/gu)).toHaveLength(2);
      }),
    );
    expect(escapeHtml(`<b title='x'>"&`)).toBe('&#60;b title=&#39;x&#39;&#62;&#34;&#38;');
  });

  test('put templates into templates, and nothing for null', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${null}${3}`.text).toBe('<ul><li>a</li><li>&#60;b&#62;</li></ul>3');
  });

  test('are whole documents in the portal’s name, without script or inline style', () => {
    const page = renderPage({ portal: cca, title: 'Hello <you>', body: html`<p>there</p>` });
    expect(page).toMatch(/^<!doctype html>/u);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<title>Hello &#60;you&#62; - CCA Provider Portal</title>');
    expect(page).toContain('<h1>Hello &#60;you&#62;</h1>');
    expect(page).toContain(cca.payer);
    expect(page).not.toMatch(/<script|<style|style=/u);
  });

  test('do without a portal', () => {
    expect(renderPage({ title: 'Lost', body: html`<p>?</p>` })).toContain('<strong>Provider portals</strong>');
  });
});
