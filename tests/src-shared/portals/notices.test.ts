import { describe, expect, it } from 'vitest';
import { aim } from '../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { carelonNotices, checkOrderStatus } from '../../../src-shared/portals/carelon-notices.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import { noticesOn } from '../../../src-shared/portals/notices-on.ts';

const titlesOn = (place: string, day: string) => noticesOn(carelonNotices, place, day).map(({ title }) => title);

describe('notices', () => {
  it('E6: the retirement of Check Order Status, first July 1 and then August 26, is told in its place', () => {
    expect(titlesOn(checkOrderStatus, '2024-05-31')).toEqual([]);
    expect(titlesOn(checkOrderStatus, '2024-06-01')).toEqual(['Check Order Status will be retired on July 1']);
    expect(titlesOn(checkOrderStatus, '2024-06-30')).toEqual(['Check Order Status will be retired on July 1']);
    expect(titlesOn(checkOrderStatus, '2024-07-01')).toEqual([
      'The retirement of Check Order Status is postponed to August 26',
    ]);
    expect(titlesOn(checkOrderStatus, '2024-08-26')).toEqual(['Check Order Status was retired on August 26, 2024']);
    expect(carelonNotices.at(-1)?.paragraphs[0]).toMatch(/July 1.*August 26/u);
  });

  it('E7: tell of the branding change, the releases and multi-factor authentication, the newest first', () => {
    expect(noticesOn(carelonNotices, 'home', '2026-03-04').map(({ id }) => id)).toEqual([
      'mfa-reminder',
      'release-highlights-2024-05',
      'branding-change',
    ]);
  });

  it('have an id and a place of their own, and days that fit', () => {
    for (const { notices = [] } of portals) {
      expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
      for (const { id, until, from, paragraphs } of notices) {
        expect(id).toMatch(/^[a-z0-9-]{1,64}$/u);
        expect(until === undefined || until >= from).toBe(true);
        expect(paragraphs.length).toBeGreaterThan(0);
      }
    }
  });

  it('E6, E8: both portals of the procedure have orders; the retired module belongs to one', () => {
    expect(carelonMbm.orderSearch?.retired?.label).toBe('Check Order Status');
    expect(aim.orderSearch).toMatchObject({ label: 'Order Search', additionalInformation: { maxLength: 2000 } });
    expect(aim.orderSearch?.retired).toBeUndefined();
    expect(aim.orderSearch?.searchBy).toEqual({ orderId: 'Order ID', member: 'Member', acmpNumber: 'ACMP#' });
    expect(aim.orderSearch?.documents.advice.join(' ')).toMatch(/those pages only.*Upload rather than fax/u);
  });
});
