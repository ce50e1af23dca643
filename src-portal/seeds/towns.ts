/** A town of Massachusetts with ZIP codes that the USPS has given it. */
export interface Town {
  readonly city: string;
  readonly zips: readonly string[];
}

const town = (city: string, zips: string): Town => ({ city, zips: zips.split(' ') });

export const towns: readonly Town[] = [
  town('Boston', '02108 02109 02111 02114 02115 02116 02118 02119 02121 02124 02127 02130'),
  town('Worcester', '01602 01603 01604 01605 01607 01608 01609'),
  town('Springfield', '01103 01104 01105 01107 01108 01109 01118'),
  town('Cambridge', '02138 02139 02140 02141 02142'),
  town('Lowell', '01850 01851 01852 01854'),
  town('Brockton', '02301 02302'),
  town('Quincy', '02169 02170 02171'),
  town('Lynn', '01901 01902 01904 01905'),
  town('New Bedford', '02740 02744 02745 02746'),
  town('Fall River', '02720 02721 02723 02724'),
  town('Lawrence', '01840 01841 01843'),
  town('Somerville', '02143 02144 02145'),
  town('Framingham', '01701 01702'),
  town('Haverhill', '01830 01832 01835'),
  town('Waltham', '02451 02452 02453'),
  town('Newton', '02458 02459 02460 02465'),
  town('Holyoke', '01040'),
  town('Chicopee', '01013 01020 01022'),
  town('Pittsfield', '01201'),
  town('Northampton', '01060 01062'),
  town('Plymouth', '02360'),
  town('Hyannis', '02601'),
  town('Fitchburg', '01420'),
  town('Greenfield', '01301'),
];
