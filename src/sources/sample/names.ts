interface Names {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

/** Common names by language; put together at random they mean nobody. */
export const people: Readonly<Record<'dutch' | 'nordic' | 'german' | 'american', Names>> = {
  dutch: {
    firstNames: words(`
      Anouk, Bram, Carlijn, Daan, Eline, Femke, Gijs, Hanneke, Ilse, Jasper, Joris, Karin, Lotte, Luuk, Maartje, Mees,
      Nienke, Noor, Olivier, Pieter, Roos, Ruben, Sanne, Sjoerd, Sofie, Thijs, Tess, Wouter, Yara, Amina, Youssef, Mehmet,
      Fleur, Stijn, Veerle, Koen, Liesbeth, Bart, Imane, Rachid`),
    lastNames: words(`
      de Vries, Bakker, Visser, Smit, Meijer, de Boer, Mulder, Bos, Vos, Peters, Hendriks, van Dijk, van Leeuwen, Dekker,
      Brouwer, de Wit, Dijkstra, Kok, van Dam, Vermeulen, Jacobs, van der Heijden, Schouten, Willems, Hoekstra, Koster,
      Prins, Maes, Claes, Goossens, Wouters, de Smet, Aydin, El Amrani, Yilmaz, Bouzid, Blom, Kuiper, Post, Veenstra`),
  },
  nordic: {
    firstNames: words(`
      Aksel, Astrid, Birgitte, Bjarne, Camilla, Dagny, Elin, Emil, Erik, Freja, Frida, Gunnar, Hanna, Henrik, Ida, Ingrid,
      Jonas, Kajsa, Karl, Lars, Linnea, Liv, Magnus, Maja, Mikkel, Nils, Olof, Pernille, Rasmus, Signe, Sigrid, Solveig,
      Sven, Thea, Tobias, Ulrik, Vilde, Yusuf, Leila, Zara`),
    lastNames: words(`
      Andersen, Berg, Bergström, Christensen, Dahl, Ekström, Eriksen, Fredriksson, Gustafsson, Haugen, Hansen, Holm, Iversen,
      Jensen, Johansen, Karlsson, Kjær, Larsen, Lindberg, Lund, Lundgren, Madsen, Moen, Mortensen, Nielsen, Nilsson, Nygård,
      Olsen, Pedersen, Persson, Rasmussen, Sandberg, Solberg, Strand, Sundby, Svensson, Thomsen, Vestergaard, Wallin, Öberg`),
  },
  german: {
    firstNames: words(`
      Anke, Anton, Beate, Björn, Claudia, Clemens, Dieter, Dora, Elke, Emre, Fabian, Franziska, Georg, Greta, Hannes, Heike,
      Jana, Jens, Johanna, Jonas, Julia, Katrin, Klaus, Lena, Lukas, Marlene, Matthias, Miriam, Moritz, Nadine, Oskar, Paula,
      Philipp, Regula, Reto, Sabine, Stefan, Ursula, Vera, Ayse`),
    lastNames: words(`
      Albrecht, Bauer, Baumann, Becker, Brandt, Braun, Busch, Demir, Engel, Fischer, Frank, Friedrich, Graf, Groß, Gruber,
      Haas, Hartmann, Herzog, Huber, Jung, Kaiser, Keller, Klein, Koch, Kraus, Krüger, Kühn, Lang, Lehmann, Lorenz, Maurer,
      Moser, Neumann, Pfeiffer, Roth, Schreiber, Seidel, Vogel, Winkler, Ziegler`),
  },
  american: {
    firstNames: words(`
      Aaliyah, Aiden, Amelia, Andre, Benjamin, Brooke, Caleb, Carmen, Chloe, Connor, Daniela, Darius, Diego, Elena, Ethan,
      Grace, Hannah, Isaac, Jada, Javier, Jordan, Kayla, Kenji, Lauren, Logan, Lucia, Marcus, Mei, Miguel, Naomi, Nathan,
      Olivia, Priya, Quinn, Rafael, Sierra, Tyler, Vanessa, Wesley, Xavier`),
    lastNames: words(`
      Adams, Alvarez, Bennett, Brooks, Campbell, Carter, Castillo, Chen, Collins, Cooper, Cruz, Diaz, Edwards, Foster, Garcia,
      Gray, Green, Hayes, Hughes, Jenkins, Kim, Lopez, Martin, Mitchell, Morales, Nguyen, Ortiz, Parker, Patel, Perry, Powell,
      Ramirez, Reed, Rivera, Sanders, Shah, Tran, Walker, Ward, Wright`),
  },
}
