import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { drawWizard } from './draw-wizard.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const terms = providerCentral.registration.steps.filter(({ id }) => id === 'terms');
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'I Agree' });
const text = () => screen.getByRole('region', { name: /Terms of Use/u });

/** How high the text is; 220 pixels of it are in sight. */
const beHigh = (px: number) => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(220);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(px);
};
const scrollTo = (px: number) =>
  act(() => {
    text().scrollTop = px;
    fireEvent.scroll(text());
  });

describe('D4: I Agree, below a text that has to be read to its end', () => {
  describe('which is higher than its box', () => {
    beforeEach(() => beHigh(900));

    it('works only once the end has been reached, and says so', async () => {
      const { person, sent } = await drawWizard(providerCentral, terms);
      expect(button().disabled).toBe(true);
      const why = document.getElementById(button().getAttribute('aria-describedby') ?? '');
      expect(why?.textContent).toContain('Scroll to the end of the text');
      scrollTo(400);
      expect(button().disabled).toBe(true);
      await person.click(button());
      expect(sent).toEqual([]);
      scrollTo(679);
      await waitFor(() => expect(button().disabled).toBe(false));
      scrollTo(0);
      expect(button().disabled).toBe(false);
      await person.click(button());
      await waitFor(() => expect(sent).toEqual([{ terms: true }]));
    });

    it('its text is in reach of the keyboard', async () => {
      const { person } = await drawWizard(providerCentral, terms);
      await person.tab();
      expect(document.activeElement).toBe(text());
    });
  });

  it('works at once where all of the text is in sight, and there is no checkbox', async () => {
    beHigh(200);
    await drawWizard(providerCentral, terms);
    await waitFor(() => expect(button().disabled).toBe(false));
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText(/Scroll to the end/u)).toBeNull();
  });
});
