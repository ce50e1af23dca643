import { npiFromFirstNine } from '../../src-shared/domain/npi.ts';
import { listedZips, type SeededProvider } from './seeded-provider.ts';

interface Place {
  readonly street: string;
  readonly city: string;
  readonly zip: string;
}

/** An organization of Provider Central, which takes its NPI or its provider number (D5). */
const organization = (
  name: string,
  providerId: string,
  firstNine: string,
  taxId: string,
  { zip, ...place }: Place,
): SeededProvider => ({
  ...place,
  providerType: 'group',
  name,
  person: null,
  providerId,
  taxId,
  npi: npiFromFirstNine(firstNine),
  zips: listedZips(zip, zip),
});

/** Has an administrator and users: whoever comes asks for access (D6). */
export const charlesgateInternalMedicine = organization(
  'Charlesgate Internal Medicine',
  'M40127',
  '161704298',
  '043617285',
  { street: '48 Charlesgate East', city: 'Boston', zip: '02115' },
);

/** Nobody is there yet, and it has claims to answer for (D7). */
export const tremontFamilyHealth = organization('Tremont Family Health', 'M40238', '137205916', '042958173', {
  street: '620 Tremont Street',
  city: 'Boston',
  zip: '02118',
});

/** Nobody is there yet, and it has too few old claims: a PIN comes by mail (D8). */
export const wachusettPediatricGroup = organization('Wachusett Pediatric Group', 'M40349', '152830647', '461820573', {
  street: '15 Highland Street',
  city: 'Worcester',
  zip: '01609',
});

/** Nobody is there yet; has claims, one of them without a patient account number. */
export const cohassetOrthopedics = organization('Cohasset Orthopedics', 'M40451', '174629031', '204739168', {
  street: '2 Depot Court',
  city: 'Quincy',
  zip: '02170',
});

export const providerCentralProviders: readonly SeededProvider[] = [
  charlesgateInternalMedicine,
  tremontFamilyHealth,
  wachusettPediatricGroup,
  cohassetOrthopedics,
  organization('Fenway Women’s Care', 'M40562', '128360749', '043825916', {
    street: '77 Peterborough Street',
    city: 'Boston',
    zip: '02116',
  }),
  organization('Housatonic Primary Care', 'M40673', '149205837', '472058361', {
    street: '310 South Street',
    city: 'Pittsfield',
    zip: '01201',
  }),
  organization('Lynn Shore Cardiology', 'M40784', '183517046', '042716385', {
    street: '240 Ocean Avenue',
    city: 'Lynn',
    zip: '01902',
  }),
  organization('Merrimack Street Pharmacy Clinic', 'M40895', '136947205', '812639407', {
    street: '101 Merrimack Street',
    city: 'Lowell',
    zip: '01852',
  }),
  organization('North Quabbin Behavioral Health', 'M40916', '157038264', '043072958', {
    street: '9 School Street',
    city: 'Fitchburg',
    zip: '01420',
  }),
  organization('Paradise Pond Physical Therapy', 'M41027', '179264803', '271593046', {
    street: '41 Green Street',
    city: 'Northampton',
    zip: '01060',
  }),
  organization('South Bay Radiology', 'M41138', '124830957', '042480637', {
    street: '8 Allstate Road',
    city: 'Boston',
    zip: '02119',
  }),
  organization('Swift River Surgical Associates', 'M41249', '168035274', '463917520', {
    street: '55 Maple Street',
    city: 'Springfield',
    zip: '01105',
  }),
];
