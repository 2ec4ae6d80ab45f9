//! Export formats.

/// A file format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// GEXF 1.3, for Gephi.
    Gexf,
    /// GEXF 1.2draft, the newest that NetworkX reads.
    Gexf12,
    /// GraphML, for NetworkX, igraph, yEd, Cytoscape.
    GraphMl,
    /// Pajek: network, partition, vectors.
    Pajek,
    /// GML in 7-bit ASCII.
    Gml,
    /// VOSviewer's JSON.
    Vosviewer,
    /// VOSviewer's map and network text files.
    VosviewerText,
    /// Gephi's spreadsheets of nodes and edges.
    GephiCsv,
    /// Kumu's spreadsheets of elements and connections.
    KumuCsv,
    /// Flourish's sheets of links and points.
    Flourish,
    /// A table for charts of Datawrapper: the strongest institutions first.
    Datawrapper,
    /// Graphviz's DOT.
    Dot,
    /// Edge list with headers: official names and weights of ties, without isolates.
    EdgeList,
    /// Edge list of two names and a weight a line, for igraph and NetworkX; without isolates.
    Ncol,
    /// NetworkX's JSON of nodes and links.
    NodeLink,
    /// Cytoscape's JSON.
    Cytoscape,
    /// Matrix Market: a sparse matrix, names in comments.
    MatrixMarket,
    /// Tables of nodes and ties in Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl ExportFormat {
    /// All formats that this build writes.
    pub const ALL: [Self; 17 + cfg!(feature = "parquet") as usize] = [
        Self::Gexf,
        Self::Gexf12,
        Self::GraphMl,
        Self::Pajek,
        Self::Gml,
        Self::Vosviewer,
        Self::VosviewerText,
        Self::GephiCsv,
        Self::KumuCsv,
        Self::Flourish,
        Self::Datawrapper,
        Self::Dot,
        Self::EdgeList,
        Self::Ncol,
        Self::NodeLink,
        Self::Cytoscape,
        Self::MatrixMarket,
        #[cfg(feature = "parquet")]
        Self::Parquet,
    ];

    /// Key of the format.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Gexf => "gexf",
            Self::Gexf12 => "gexf-1.2",
            Self::GraphMl => "graphml",
            Self::Pajek => "pajek",
            Self::Gml => "gml",
            Self::Vosviewer => "vosviewer",
            Self::VosviewerText => "vosviewer-text",
            Self::GephiCsv => "gephi-csv",
            Self::KumuCsv => "kumu-csv",
            Self::Flourish => "flourish",
            Self::Datawrapper => "datawrapper",
            Self::Dot => "dot",
            Self::EdgeList => "edges",
            Self::Ncol => "ncol",
            Self::NodeLink => "node-link",
            Self::Cytoscape => "cytoscape",
            Self::MatrixMarket => "matrix-market",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }

    /// The format with this key, ignoring case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.into_iter().find(|format| format.key() == word)
    }

    /// The format of a file extension, with or without its dot; `None` for an unknown one. `json` is VOSviewer's, `csv`
    /// Gephi's, `txt` VOSviewer's pair of files, `tsv` the edge list with headers, `edges`, `edgelist` and
    /// `ncol` that without.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.trim_start_matches('.').to_lowercase().as_str() {
            "gexf" => Some(Self::Gexf),
            "graphml" => Some(Self::GraphMl),
            "net" => Some(Self::Pajek),
            "gml" => Some(Self::Gml),
            "json" => Some(Self::Vosviewer),
            "txt" => Some(Self::VosviewerText),
            "csv" => Some(Self::GephiCsv),
            "dot" | "gv" => Some(Self::Dot),
            "tsv" => Some(Self::EdgeList),
            "edges" | "edgelist" | "ncol" => Some(Self::Ncol),
            "cyjs" => Some(Self::Cytoscape),
            "mtx" => Some(Self::MatrixMarket),
            #[cfg(feature = "parquet")]
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}
