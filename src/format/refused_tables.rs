//! Delimited texts that are recognised and not read: matrices without names, adjacency lists, METIS, Matrix Market, and
//! those whose first row cannot be read.

use crate::format::decoder::{Confidence, Refusal};
use crate::format::head::Head;
use crate::format::table_shape::TableShape;
use crate::source::error::Error;

/// Refuses a text whose first row cannot be read.
pub(crate) struct UnreadableHeader;

impl Refusal for UnreadableHeader {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        head.header_error().map(|error| (Confidence::Certain, error.clone()))
    }
}

/// Refuses shapes of rows that no format reads without a word of the user.
pub(crate) struct RefusedTable;

impl Refusal for RefusedTable {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        let shape = head.table_shape().filter(|shape| *shape != TableShape::Square)?;
        Some((Confidence::Certain, error(shape, head.name)))
    }
}

/// The error of a shape that is not read.
fn error(shape: TableShape, name: &str) -> Error {
    let (what, what_ko) = match shape {
        TableShape::Square => ("a square matrix of ties", "정사각 행렬"),
        TableShape::ZeroOne => {
            return Error::at(
                name,
                1,
                1,
                "this looks like a matrix of 0 and 1, but nothing says whether its columns are institutions; if each \
                     row is a work and each column an institution, say --input-format incidence, or write one row a work \
                     with its institutions in one cell: work,institutions",
                "0과 1로 된 행렬로 보이지만 열이 기관인지 알 수 없다. 행이 모델·논문이고 열이 기관이라면 --input-format incidence를 주거나, \
                     한 행에 모델·논문 하나와 그 기관을 한 칸에 적으세요: work,institutions",
            );
        }
        TableShape::Cross => {
            ("a matrix of numbers whose rows have other names than its columns", "행과 열의 이름이 서로 다른 숫자 행렬")
        }
        TableShape::Bare => ("a square matrix without names", "이름이 없는 정사각 행렬"),
        TableShape::BareZeroOne => ("a matrix of 0 and 1 without names", "이름 없이 0과 1로 된 행렬"),
        TableShape::Adjacency => {
            ("an adjacency list (a vertex and its neighbours a line)", "인접 목록(줄마다 꼭짓점과 그 이웃)")
        }
        TableShape::Metis => (
            "a METIS graph (the neighbours of one vertex a line, without names)",
            "METIS 그래프(줄마다 꼭짓점 하나의 이웃, 이름 없음)",
        ),
        TableShape::MatrixMarket => ("a matrix in Matrix Market's format", "Matrix Market 형식의 행렬"),
        TableShape::Percent => (
            "a graph with comments of %, as KONECT and METIS write it",
            "KONECT나 METIS처럼 %로 시작하는 설명이 있는 그래프",
        ),
    };
    let (how, how_ko) = match shape {
        TableShape::Bare | TableShape::BareZeroOne => (
            ", or put the names above and beside the numbers (if it is a list of ties: --input-format edges)",
            ". 또는 위와 옆에 이름을 붙이세요(관계 목록이라면 --input-format edges)",
        ),
        TableShape::Adjacency | TableShape::Metis => {
            (" (if it is a list of ties: --input-format edges)", "(관계 목록이라면 --input-format edges)")
        }
        _ => ("", ""),
    };
    Error::at(
        name,
        1,
        1,
        format!("this looks like {what}, which is not read; write one tie a line: source,target,weight{how}"),
        format!("{what_ko}로 보이며 읽지 않는다. 줄마다 관계 하나를 적으세요: source,target,weight{how_ko}"),
    )
}
