/** First and last names as they are heard in the waiting rooms of Massachusetts. */
export const firstNames: readonly string[] =
  `Aaliyah Abigail Adwoa Aisha Alejandro Amara Amélie Ana Andre Andrew Angela Anjali Anthony Antônio Aoife Arjun
  Astrid Ayumi Beatriz Benjamin Bich Brandon Brendan Brianna Camila Caroline Catarina Chidi Chloé Christopher Claire
  Colleen Cristina Daniel Danielle Darnell David Deborah Denise Diego Dimitri Dolores Eduardo Eileen Elena Elijah
  Elizabeth Emeka Emily Emmanuel Esther Fatima Felipe Fernanda Fiona Françoise Gabriela George Gloria Grace Guillermo
  Hannah Haruto Hassan Heather Héctor Helena Hye-jin Ibrahim Ifeoma Imani Inês Isabel Jacqueline Jamal James Jasmine
  Javier Jennifer Jerome Jessica Joana João John Jordan José Joseph Joyce Juan Julia Kareem Karen Katarzyna Kayla
  Keisha Kevin Khanh Kofi Kwame Latoya Laura Leila Leonardo Linh Lourdes Lucia Luis Luz Maeve Magdalena Marcus
  Margaret Maria Mariana Marisol Mark Mateo Matthew Mei Mercedes Michael Michelle Miguel Minh Mónica Naomi Natalia
  Neha Ngozi Nicole Niamh Nora Olga Olivia Omar Oscar Patricia Patrick Paul Paulo Phuong Priya Rachel Rafael Rajesh
  Rebecca Renée Ricardo Robert Rosa Ryan Samantha Samira Samuel Sandra Sara Seán Shanice Siobhán Sofia Solange Stefan
  Steven Susan Svetlana Sokha Tamika Tatiana Teresa Thanh Thomas Tiago Tomasz Tyrone Vanessa Victor Vivek
  Wanda Wei William Xiomara Yasmin Yolanda Yusuf Zainab Zoë`.split(/\s+/u);

export const lastNames: readonly string[] =
  `Abebe Acevedo Adeyemi Agarwal Almeida Álvarez Amaral Anderson Andrade Antonopoulos Asante Baptiste Barbosa Barros
  Bauer Bélanger Bennett Bergström Bianchi Boateng Boyle Brennan Brooks Brown Bui Burke Cabral Campbell Cardoso Carter
  Carvalho Castillo Chan Chea Chen Clarke Cohen Coleman Collins Connolly Cooper Correia Costa Cruz Cunningham DaSilva
  Davis Delgado Desai Desrosiers Diaz Dinh Doherty Dos-Santos Doyle Driscoll Duarte Dubois Duong Edwards Evans
  Farouk Faria Fernandes Ferreira Figueroa Fitzgerald Flores Fontaine Foster Freeman Furtado Gallagher García Gauthier
  Gomes Gonçalves González Goldberg Gray Green Guerrero Gupta Guzmán Haddad Hailu Harris Hassan Hayes Hernández
  Hoang Huang Hughes Hussein Ibarra Igwe Ito Jackson Jean-Baptiste Jiménez Johnson Jones Joseph Kang Kapoor
  Karimi Katz Keane Kelly Kim Kowalski Kumar Laurent Lavoie Le Lee Levesque Lewis Li Lima Lopes López Lynch
  MacDonald Mahoney Malik Marques Martin Martínez Mbeki McCarthy McDonough Medeiros Mehta Melo Mendes Méndez Mensah
  Mercier Miller Mitchell Mohamed Monteiro Moore Morales Moreau Moreno Morris Murphy Nakamura Nguyen Nkosi
  Novak Nunes O'Brien O'Connor O'Leary O'Sullivan Oduya Okafor Okonkwo Oliveira Ortiz Osei Owusu Pacheco Papadopoulos
  Park Patel Pelletier Pereira Pérez Perry Petrov Pham Phillips Pierre Pinto Powell Quinn Ramírez Ramos Reddy Reilly
  Reyes Ribeiro Richardson Rivera Roberts Robinson Rocha Rodrigues Rodríguez Romano Rosario Rosen Ruiz Russo Ryan
  Saint-Louis Salazar Sánchez Santiago Santos Schmidt Shah Sharma Silva Singh Smith Soares Sok Sousa Souza St-Pierre
  Sullivan Suzuki Szymański Taylor Tavares Tesfaye Thibault Thomas Thompson Torres Tran Turner Vargas Vázquez Vega Vieira
  Walker Walsh Wang Washington Watson White Williams Wilson Wong Wright Wu Xu Yamamoto Yang Young Zhang`.split(/\s+/u);
