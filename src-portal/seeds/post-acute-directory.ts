import { npiFromFirstNine } from '../../src-shared/domain/npi.ts';
import { listedZips, type SeededProvider } from './seeded-provider.ts';

/** An organization of the Carelon post-acute portal, which knows it by its NPI (E4). */
function organization(
  name: string,
  firstNine: string,
  taxId: string,
  place: { readonly city: string; readonly zip: string },
  ...services: readonly string[]
): SeededProvider {
  const npi = npiFromFirstNine(firstNine);
  return {
    providerType: 'group',
    name,
    person: null,
    providerId: npi,
    taxId,
    npi,
    city: place.city,
    zips: listedZips(place.zip, place.zip),
    services,
  };
}

/** The demonstration's administrator runs it. */
export const bayStateHomeHealth = organization(
  'Bay State Home Health',
  '154700318',
  '043951726',
  { city: 'Boston', zip: '02116' },
  'home-health',
  'wound-care',
);

/** Nobody is there yet: whoever registers for it becomes its administrator. */
export const blueHillsHomeCare = organization(
  'Blue Hills Home Care',
  '154703926',
  '042586391',
  { city: 'Quincy', zip: '02169' },
  'home-health',
);

export const postAcuteProviders: readonly SeededProvider[] = [
  bayStateHomeHealth,
  blueHillsHomeCare,
  organization('Neponset Wound Care Center', '154709184', '271948035', { city: 'Quincy', zip: '02171' }, 'wound-care'),
  organization('Berkshire Medical Equipment', '136852074', '462093817', { city: 'Pittsfield', zip: '01201' }, 'dmepos'),
  organization(
    'Cape Cod Orthotics and Prosthetics',
    '128034695',
    '204716583',
    { city: 'Hyannis', zip: '02601' },
    'dmepos',
  ),
  organization(
    'Holyoke Rehabilitation and Nursing',
    '171936402',
    '813047296',
    { city: 'Holyoke', zip: '01040' },
    'pac-im',
  ),
  organization(
    'Merrimack Post-Acute Center',
    '145286093',
    '472850139',
    { city: 'Lowell', zip: '01852' },
    'pac-im',
    'wound-care',
  ),
  organization(
    'Pioneer Valley Meals and Rides',
    '183607259',
    '820469153',
    { city: 'Springfield', zip: '01103' },
    'sdoh',
  ),
];
